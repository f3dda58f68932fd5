using System.Globalization;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Accounts;

namespace ProfitPlanner.Application.Accounts;

/// <summary>
/// Gives an account the password that whoever reads its mail chose. Their link also confirms the address and ends a
/// lock-out; every sign-in elsewhere ends, and so does the link.
/// </summary>
public static class ResetPassword
{
    public sealed record Command(Guid PersonId, string? Token, string? NewPassword, CultureInfo Culture) : IAnonymousRequest<Result>;

    public abstract record Result
    {
        public sealed record Done(string Email) : Result;

        /// <summary>Made up, expired or used.</summary>
        public sealed record InvalidLink : Result;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(x => x.NewPassword).IsNewPassword();
    }

    internal sealed class Handler(PlannerDb db, UserManager<Person> people, AccountMails mails) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            if (request.Token is null
                || await people.FindByIdAsync(request.PersonId.ToString()) is not { } person
                || !(await people.ResetPasswordAsync(person, request.Token, request.NewPassword!)).Succeeded)
                return new Result.InvalidLink();

            (person.EmailConfirmed, person.AccessFailedCount, person.LockoutEnd) = (true, 0, null);
            mails.PasswordChanged(person, request.Culture);
            await db.SaveChangesAsync(cancellationToken);
            return new Result.Done(person.Email!);
        }
    }
}
