using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Accounts;
using ProfitPlanner.Application.Mail;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Accounts;
using ProfitPlanner.Data.Sharing;

namespace ProfitPlanner.Application.Sharing;

/// <summary>What a share link shows to a browser that has passed its door, or that meets none.</summary>
public static class OpenDashboard
{
    /// <summary>After such a pause a visitor's next look is another visit.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(30);

    // What belongs to a page (a file, a fragment) can be had as long as somebody may still be looking at it.
    private static readonly TimeSpan PageLives = TimeSpan.FromHours(12);

    /// <param name="Token">Of the address.</param>
    /// <param name="Key">Of the browser's cookie; null where it has none.</param>
    /// <param name="BeginsVisit">False for what belongs to a page that was opened before.</param>
    public sealed record Command(string Token, string? Key, bool BeginsVisit) : IAnonymousRequest<Result?>;

    /// <param name="Hash">SHA-256 of the content, in small hexadecimal digits.</param>
    /// <param name="Viewer">The address that was proven; null where none was asked for.</param>
    /// <param name="LastSeen">The snapshot that this viewer saw last, where a later one has been published since.</param>
    /// <param name="NewKey">For the browser to keep; null where it has one.</param>
    public sealed record Result(
        DashboardContent Content, string Hash, CultureInfo Culture, bool AllowsDownloads, bool HasWatermark, string? Viewer, DateTimeOffset ExpiresAt,
        DashboardContent? LastSeen, string? NewKey);

    internal sealed class Handler(PlannerDb db, ShareSeal seal, UserManager<Person> people, MailQueue mails, IActor actor, TimeProvider time)
        : IRequestHandler<Command, Result?>
    {
        public async Task<Result?> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = time.GetUtcNow();
            if (await db.EnterShareAsync(request.Token, seal, now, cancellationToken) is not { LatestSnapshot: > 0 } link)
                return null;
            var (visitor, key) = await VisitorAsync(link, request, now, cancellationToken);
            if (visitor is null)
                return null;

            var visits = await db.ShareVisits.Where(v => v.VisitorId == visitor.Id).OrderByDescending(v => v.StartedAt).ToListAsync(cancellationToken);
            if (!await IsCountedAsync(link, visitor, visits, request.BeginsVisit, now, cancellationToken))
                return null;
            await db.SaveChangesAsync(cancellationToken);

            var snapshot = await SnapshotAsync(link.Id, link.LatestSnapshot, cancellationToken);
            var before = visits.FirstOrDefault(v => v.Snapshot < link.LatestSnapshot);
            return new Result(
                DashboardContent.Read(snapshot.Content), Convert.ToHexStringLower(snapshot.Hash), CultureInfo.GetCultureInfo(link.Culture),
                link.AllowsDownloads, link.HasWatermark, visitor.Email, link.ExpiresAt,
                before is null ? null : DashboardContent.Read((await SnapshotAsync(link.Id, before.Snapshot, cancellationToken)).Content), key);
        }

        private async Task<(ShareVisitor? Visitor, string? NewKey)> VisitorAsync(ShareLink link, Command request, DateTimeOffset now, CancellationToken cancellationToken)
        {
            if (await db.AdmittedAsync(link, request.Key, cancellationToken) is { } known)
                return (known, null);
            var person = await PersonAsync(link, request.Token);
            if (!request.BeginsVisit || person is null && (link.HasDoor() || seal.Open(request.Token) is not null))
                return (null, null);
            var (visitor, key) = NewVisitor(link, person, now);
            db.Add(visitor);
            return (visitor, key);
        }

        // The address of the account that a sealed token was made for, where it is signed in and still on the list.
        private async Task<string?> PersonAsync(ShareLink link, string token)
        {
            if (seal.Open(token) is not { } opened || opened.PersonId != actor.PersonId || await people.FindByIdAsync(opened.PersonId.ToString()) is not { } person)
                return null;
            var email = ShareQueries.Plain(person.Email!);
            return person.EmailConfirmed && link.Emails.Contains(email) ? email : null;
        }

        private async Task<bool> IsCountedAsync(
            ShareLink link, ShareVisitor visitor, List<ShareVisit> visits, bool beginsVisit, DateTimeOffset now, CancellationToken cancellationToken)
        {
            if (!beginsVisit)
                return visits.Any(v => v.LastSeenAt > now - PageLives);
            if (visits.FirstOrDefault() is { } latest && latest.LastSeenAt > now - Pause && latest.Snapshot == link.LatestSnapshot)
            {
                latest.LastSeenAt = now;
                return true;
            }
            // In one statement, so that two who come at once do not both have the last visit.
            if (await db.ShareLinks.Where(l => l.Id == link.Id && (l.MostVisits == null || l.Visits < l.MostVisits))
                .ExecuteUpdateAsync(change => change.SetProperty(l => l.Visits, l => l.Visits + 1), cancellationToken) == 0)
                return false;
            db.Add(new ShareVisit
            {
                OrganisationId = link.OrganisationId,
                LinkId = link.Id,
                VisitorId = visitor.Id,
                Snapshot = link.LatestSnapshot,
                StartedAt = now,
                LastSeenAt = now,
            });
            if (link.Visits == 0 && await people.FindByIdAsync(link.CreatedBy.ToString()) is { } founder)
                mails.Add(founder.Email!, "FirstView", CultureInfo.GetCultureInfo(link.Culture), link.Name, visitor.Email ?? "–");
            return true;
        }

        private Task<ShareSnapshot> SnapshotAsync(Guid link, int number, CancellationToken cancellationToken) =>
            db.ShareSnapshots.AsNoTracking().SingleAsync(s => s.LinkId == link && s.Number == number, cancellationToken);
    }

    /// <summary>A browser that is let in from now on, and the key that it is known by.</summary>
    internal static (ShareVisitor Visitor, string Key) NewVisitor(ShareLink link, string? email, DateTimeOffset now)
    {
        var key = SecretToken.New();
        return (new ShareVisitor
        {
            OrganisationId = link.OrganisationId,
            LinkId = link.Id,
            KeyHash = SecretToken.HashOf(key),
            Email = email,
            AdmittedAt = now,
        }, key);
    }
}
