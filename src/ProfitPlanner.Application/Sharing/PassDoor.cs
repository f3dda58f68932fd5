using System.Security.Cryptography;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Sharing;

namespace ProfitPlanner.Application.Sharing;

/// <summary>Lets a browser in that knows the passcode and has the code of its address, as far as the link asks for them.</summary>
public static class PassDoor
{
    /// <summary>So many wrong ones use a code up.</summary>
    internal const int MostAttempts = 5;

    /// <param name="Token">Of the address.</param>
    /// <param name="Passcode">As typed; null where nothing was.</param>
    /// <param name="Code">That was mailed to <paramref name="Email"/>, as typed.</param>
    public sealed record Command(string Token, string? Passcode, string? Email, string? Code) : IAnonymousRequest<string?>;

    /// <returns>The key that the browser is let in by; null where the door stays shut, which does not say why.</returns>
    internal sealed class Handler(PlannerDb db, ShareSeal seal, TimeProvider time) : IRequestHandler<Command, string?>
    {
        public async Task<string?> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = time.GetUtcNow();
            var link = await db.EnterShareAsync(request.Token, seal, now, cancellationToken);
            // Checked also where there is no link, since it is what takes long.
            var isRight = Passcodes.Check(link, request.Passcode);
            if (link is null || !isRight || !link.HasDoor())
                return null;
            string? email = null;
            if (link.Emails.Length > 0)
            {
                email = ShareQueries.Plain(request.Email ?? "");
                if (!await UseCodeAsync(link, email, request.Code, now, cancellationToken))
                    return null;
            }
            var (visitor, key) = OpenDashboard.NewVisitor(link, email, now);
            db.Add(visitor);
            await db.SaveChangesAsync(cancellationToken);
            return key;
        }

        private async Task<bool> UseCodeAsync(ShareLink link, string email, string? typed, DateTimeOffset now, CancellationToken cancellationToken)
        {
            var code = await db.ShareCodes
                .FromSql($"select * from share_codes where link_id = {link.Id} and email = {email} for update")
                .SingleOrDefaultAsync(cancellationToken);
            if (code is null || code.ExpiresAt <= now || !link.Emails.Contains(email))
                return false;
            if (CryptographicOperations.FixedTimeEquals(code.CodeHash, SendDoorCode.HashOf(link.Id, typed)))
            {
                db.Remove(code);
                return true;
            }
            if (++code.Attempts >= MostAttempts)
                db.Remove(code);
            await db.SaveChangesAsync(cancellationToken);
            return false;
        }
    }
}
