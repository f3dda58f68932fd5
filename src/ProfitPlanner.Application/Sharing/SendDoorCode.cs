using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Mail;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Sharing;

namespace ProfitPlanner.Application.Sharing;

/// <summary>Mails a code to an address, if it is on the link's list; the answer does not tell.</summary>
public static class SendDoorCode
{
    public static readonly TimeSpan ValidFor = TimeSpan.FromMinutes(15);

    // Whoever asks again and again does not fill a stranger's letter box.
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(1);

    /// <param name="Token">Of the address.</param>
    /// <param name="Passcode">Asked for first, where the link has one.</param>
    public sealed record Command(string Token, string? Passcode, string? Email) : IAnonymousRequest<Unit>;

    internal sealed class Handler(PlannerDb db, ShareSeal seal, MailQueue mails, TimeProvider time) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = time.GetUtcNow();
            var link = await db.EnterShareAsync(request.Token, seal, now, cancellationToken);
            var isRight = Passcodes.Check(link, request.Passcode);
            var email = ShareQueries.Plain(request.Email ?? "");
            if (link is null || !isRight || !link.Emails.Contains(email))
                return Unit.Value;
            // One code an address, whichever of two requests comes first.
            await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({link.Id + email}, 0))", cancellationToken);
            var earlier = await db.ShareCodes.SingleOrDefaultAsync(c => c.LinkId == link.Id && c.Email == email, cancellationToken);
            if (earlier is not null && earlier.ExpiresAt - ValidFor + Between > now)
                return Unit.Value;
            if (earlier is not null)
                db.Remove(earlier);
            var code = RandomNumberGenerator.GetInt32(100_000_000).ToString("00000000", CultureInfo.InvariantCulture);
            db.Add(new ShareCode
            {
                OrganisationId = link.OrganisationId,
                LinkId = link.Id,
                Email = email,
                CodeHash = HashOf(link.Id, code),
                ExpiresAt = now + ValidFor,
            });
            mails.Add(email, "DoorCode", CultureInfo.GetCultureInfo(link.Culture), code, link.Name, ValidFor.Minutes);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }

    // Lives for minutes and a few attempts: it need not be slow.
    internal static byte[] HashOf(Guid link, string? code) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{link}:{string.Concat((code ?? "").Where(char.IsAsciiDigit))}"));
}
