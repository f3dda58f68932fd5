using System.Globalization;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Accounts;

namespace ProfitPlanner.Application.Accounts;

/// <summary>Mails a link to choose a new password, if there is such an account; the answer does not tell.</summary>
public static class ForgetPassword
{
    public sealed record Command(string? Email, CultureInfo Culture) : IAnonymousRequest<Unit>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(x => x.Email).IsEmail();
    }

    internal sealed class Handler(PlannerDb db, UserManager<Person> people, AccountMails mails) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await people.FindByEmailAsync(request.Email!.Trim()) is { } person)
                await mails.ResetAsync(person, request.Culture);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
