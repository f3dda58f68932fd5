using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Accounts;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Data.Sharing;
using ProfitPlanner.Data.Tenancy;

namespace ProfitPlanner.Application.Sharing;

internal static class ShareQueries
{
    /// <summary>The link that an address leads to; its organisation is entered as one who may only read.</summary>
    /// <returns>Null where there is none, it is revoked, paused or expired: they look alike.</returns>
    public static async Task<ShareLink?> EnterShareAsync(this PlannerDb db, string token, ShareSeal seal, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var hash = SecretToken.HashOf(token);
        var found = seal.Open(token) is { } opened
            ? new Found(opened.OrganisationId, opened.LinkId)
            : await db.Database.SqlQuery<Found>($"select organisation_id, id from find_share({hash}, {now})").SingleOrDefaultAsync(cancellationToken);
        if (found is null)
            return null;
        await db.EnterOrganisationAsync(found.OrganisationId, Role.Viewer, cancellationToken);
        return await db.ShareLinks.SingleOrDefaultAsync(
            link => link.Id == found.Id && link.RevokedAt == null && !link.IsPaused && link.ExpiresAt > now, cancellationToken);
    }

    /// <summary>A founder's link, held until the transaction ends.</summary>
    /// <exception cref="NotFoundException">The organisation has none of this id.</exception>
    public static async Task<ShareLink> LinkToChangeAsync(this PlannerDb db, Guid id, CancellationToken cancellationToken) =>
        await db.ShareLinks.FromSql($"select * from share_links where id = {id} for update").SingleOrDefaultAsync(cancellationToken)
        ?? throw new NotFoundException();

    /// <summary>As <see cref="LinkToChangeAsync"/>; of one that is revoked nothing changes any more.</summary>
    /// <exception cref="NotFoundException">The organisation has none of this id that is not revoked.</exception>
    public static async Task<ShareLink> ValidLinkToChangeAsync(this PlannerDb db, Guid id, CancellationToken cancellationToken) =>
        await db.LinkToChangeAsync(id, cancellationToken) is { RevokedAt: null } link ? link : throw new NotFoundException();

    /// <summary>Keeps what was frozen as the link's next snapshot.</summary>
    public static void Publish(this PlannerDb db, ShareLink link, DashboardContent content)
    {
        var written = content.Write();
        link.LatestSnapshot = content.Version;
        db.Add(new ShareSnapshot
        {
            OrganisationId = link.OrganisationId,
            LinkId = link.Id,
            Number = content.Version,
            Content = written,
            Hash = DashboardContent.HashOf(written),
            PublishedAt = content.AsOf,
            PublishedBy = db.Tenant.PersonId,
        });
    }

    public static ShareState StateAt(this ShareLink link, DateTimeOffset now) =>
        link.RevokedAt is not null ? ShareState.Revoked
        : link.ExpiresAt <= now ? ShareState.Expired
        : link.IsPaused ? ShareState.Paused
        : link.Visits >= link.MostVisits ? ShareState.Exhausted
        : ShareState.Open;

    /// <summary>The last day that it is open, in UTC.</summary>
    public static DateOnly Until(this ShareLink link) => DateOnly.FromDateTime(link.ExpiresAt.UtcDateTime.AddTicks(-1));

    /// <summary>Whether the browser of a key has passed the link's door as it is now.</summary>
    public static async Task<ShareVisitor?> AdmittedAsync(this PlannerDb db, ShareLink link, string? key, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(key))
            return null;
        var hash = SecretToken.HashOf(key);
        var visitor = await db.ShareVisitors.SingleOrDefaultAsync(v => v.LinkId == link.Id && v.KeyHash == hash, cancellationToken);
        return visitor is not null
            && (link.DoorChangedAt is not { } changed || visitor.AdmittedAt >= changed)
            && (link.Emails.Length == 0 || visitor.Email is { } email && link.Emails.Contains(email))
            ? visitor
            : null;
    }

    public static bool HasDoor(this ShareLink link) => link.PasscodeHash is not null || link.Emails.Length > 0;

    /// <summary>As addresses are compared: their owners see no difference between cases.</summary>
    public static string Plain(string email) => email.Trim().ToLowerInvariant();

    private sealed record Found(Guid OrganisationId, Guid Id);
}
