using System.Globalization;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Accounts;

namespace ProfitPlanner.Application.Accounts;

/// <summary>Changes the password of somebody who knows it; every sign-in elsewhere ends.</summary>
public static class ChangePassword
{
    public sealed record Command(string? CurrentPassword, string? NewPassword, CultureInfo Culture) : IPersonRequest<Result>;

    public enum Result
    {
        Changed,
        WrongPassword,
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(x => x.CurrentPassword).NotEmpty().WithErrorCode("Missing");
            RuleFor(x => x.CurrentPassword).MaximumLength(AccountRules.LongestPassword).WithErrorCode("TooLong");
            RuleFor(x => x.NewPassword).IsNewPassword();
        }
    }

    internal sealed class Handler(PlannerDb db, UserManager<Person> people, AccountMails mails) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var me = await db.MeAsync(cancellationToken);
            var changed = await people.ChangePasswordAsync(me, request.CurrentPassword!, request.NewPassword!);
            if (!changed.Succeeded)
                return Result.WrongPassword;
            mails.PasswordChanged(me, request.Culture);
            await db.SaveChangesAsync(cancellationToken);
            return Result.Changed;
        }
    }
}
