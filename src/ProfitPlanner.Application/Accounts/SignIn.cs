using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Accounts;

namespace ProfitPlanner.Application.Accounts;

/// <summary>
/// Holds a password against an account. A wrong password, an unknown address and a locked account look alike, in words
/// and in time. Giving the person a cookie is the host's part.
/// </summary>
public static class SignIn
{
    public sealed record Command(string? Email, string? Password, string? ReturnUrl, CultureInfo Culture) : IAnonymousRequest<Result>;

    public abstract record Result
    {
        public sealed record Welcome(Guid PersonId) : Result;

        /// <summary>The password is right, the address unconfirmed: the link was mailed again.</summary>
        public sealed record Unconfirmed : Result;

        public sealed record Refused : Result;
    }

    internal sealed class Handler(
        PlannerDb db, UserManager<Person> people, AccountMails mails, IOptions<IdentityOptions> options, TimeProvider time) : IRequestHandler<Command, Result>
    {
        // Of no password at all; made once, because making it is as slow as trying one.
        private static string? s_nobodysHash;

        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var password = request.Password ?? "";
            if (string.IsNullOrWhiteSpace(request.Email) || password.Length is 0 or > AccountRules.LongestPassword)
                return new Result.Refused();

            var person = await db.PersonToChangeAsync(people.NormalizeEmail(request.Email.Trim()), cancellationToken);
            if (person?.PasswordHash is null || person.LockoutEnd > time.GetUtcNow())
            {
                people.PasswordHasher.VerifyHashedPassword(person!, s_nobodysHash ??= people.PasswordHasher.HashPassword(person!, Guid.NewGuid().ToString()), password);
                return new Result.Refused();
            }

            var result = await people.CheckPasswordAsync(person, password) ? await AdmitAsync(person, request) : Refuse(person);
            await db.SaveChangesAsync(cancellationToken);
            return result;
        }

        private async Task<Result> AdmitAsync(Person person, Command request)
        {
            (person.AccessFailedCount, person.LockoutEnd) = (0, null);
            if (person.EmailConfirmed)
                return new Result.Welcome(person.Id);
            await mails.ConfirmAsync(person, request.ReturnUrl, request.Culture);
            return new Result.Unconfirmed();
        }

        private Result.Refused Refuse(Person person)
        {
            var lockout = options.Value.Lockout;
            if (++person.AccessFailedCount >= lockout.MaxFailedAccessAttempts)
                (person.AccessFailedCount, person.LockoutEnd) = (0, time.GetUtcNow() + lockout.DefaultLockoutTimeSpan);
            return new Result.Refused();
        }
    }
}
