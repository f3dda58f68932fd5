using System.Globalization;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Accounts;

namespace ProfitPlanner.Application.Accounts;

/// <summary>
/// Opens an account and mails a link that confirms its address. Whether the address was known shows in the mail alone,
/// which only its holder reads.
/// </summary>
public static class RegisterPerson
{
    /// <param name="ReturnUrl">Where to go once signed in, such as an invitation.</param>
    public sealed record Command(string? DisplayName, string? Email, string? Password, string? ReturnUrl, CultureInfo Culture) : IAnonymousRequest<Unit>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(x => x.DisplayName).IsName();
            RuleFor(x => x.Email).IsEmail();
            RuleFor(x => x.Password).IsNewPassword();
        }
    }

    internal sealed class Handler(PlannerDb db, UserManager<Person> people, AccountMails mails) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var email = request.Email!.Trim();
            var known = await db.PersonToChangeAsync(people.NormalizeEmail(email), cancellationToken);
            if (known is { EmailConfirmed: true })
            {
                // The time that a new account's password would have taken.
                people.PasswordHasher.HashPassword(known, request.Password!);
                mails.Known(known, request.ReturnUrl, request.Culture);
            }
            else
            {
                // Nobody has shown to hold the address yet, so the latest who claims it replaces the one before: a
                // password set earlier by somebody else must not open the account that its holder confirms now.
                var person = known ?? new Person { DisplayName = "", Email = email, UserName = email };
                person.DisplayName = request.DisplayName!.Trim();
                person.PasswordHash = people.PasswordHasher.HashPassword(person, request.Password!);
                (known is null ? await people.CreateAsync(person) : await people.UpdateSecurityStampAsync(person)).OrThrow();
                await mails.ConfirmAsync(person, request.ReturnUrl, request.Culture);
            }

            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
