using System.Globalization;
using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Application.Scenarios;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Data.Sharing;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Application.Sharing;

/// <summary>A link as its founder sees it: its settings, what was published, who looked, and what they wrote.</summary>
public static class OpenShareLink
{
    // Of visits and of notes, the newest: nobody reads more.
    private const int Most = 500;

    [Requires(Permission.ShareDashboards)]
    public sealed record Query(Guid Id) : ITenantRequest<Result>;

    /// <param name="Settings">Without the passcode, which nobody can be told.</param>
    /// <param name="Choice">What the latest snapshot was made of, as far as it is still there.</param>
    /// <param name="Snapshots">The newest first, as visits and notes are.</param>
    public sealed record Result(
        Guid Id, ShareSettings Settings, bool HasPasscode, ShareState State, DateTimeOffset CreatedAt, int VisitCount,
        ShareChoice Choice, IReadOnlyList<Snapshot> Snapshots, IReadOnlyList<Visit> Visits, IReadOnlyList<Note> Notes);

    /// <param name="Hash">SHA-256 of its content, in small hexadecimal digits.</param>
    public sealed record Snapshot(int Number, string Hash, DateTimeOffset PublishedAt, string PublishedBy);

    /// <param name="Parts">How long each was on a visible screen [seconds], the longest first.</param>
    public sealed record Visit(Visitor By, DateTimeOffset StartedAt, int Snapshot, IReadOnlyList<(string Part, double Seconds)> Parts)
    {
        /// <summary>[seconds].</summary>
        public double Total => Parts.Sum(part => part.Seconds);
    }

    /// <summary>Who looked.</summary>
    /// <param name="Email">Null where none was asked for.</param>
    /// <param name="Number">From 1, in the order of the first visits.</param>
    public sealed record Visitor(string? Email, int Number);

    /// <param name="Scenario">As it was shown.</param>
    /// <param name="Figure">What it is about; null for the whole.</param>
    public sealed record Note(Guid Id, Visitor By, int Snapshot, SharedScenario Scenario, string? Figure, string Text, DateTimeOffset WrittenAt, bool IsRead);

    internal sealed class Handler(PlannerDb db, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var link = await db.ShareLinks.AsNoTracking().SingleOrDefaultAsync(each => each.Id == request.Id, cancellationToken) ?? throw new NotFoundException();
            var snapshots = await db.ShareSnapshots.AsNoTracking().Where(s => s.LinkId == link.Id).OrderByDescending(s => s.Number)
                .Select(s => new { s.Number, s.Hash, s.PublishedAt, s.PublishedBy }).ToListAsync(cancellationToken);
            var names = await db.NamesAsync(snapshots.Select(s => s.PublishedBy), cancellationToken);
            var visitors = await VisitorsAsync(link, cancellationToken);
            return new Result(
                link.Id, SettingsOf(link), link.PasscodeHash is not null, link.StateAt(time.GetUtcNow()), link.CreatedAt, link.Visits,
                await ChoiceAsync(link, cancellationToken),
                [.. snapshots.Select(s => new Snapshot(s.Number, Convert.ToHexStringLower(s.Hash), s.PublishedAt, names[s.PublishedBy]))],
                await VisitsAsync(link, visitors, cancellationToken), await NotesAsync(link, visitors, cancellationToken));
        }

        private static ShareSettings SettingsOf(ShareLink link) => new()
        {
            Name = link.Name,
            Until = link.Until(),
            Emails = link.Emails,
            MostVisits = link.MostVisits,
            AllowsDownloads = link.AllowsDownloads,
            HasWatermark = link.HasWatermark,
            Culture = CultureInfo.GetCultureInfo(link.Culture),
        };

        private async Task<Dictionary<Guid, Visitor>> VisitorsAsync(ShareLink link, CancellationToken cancellationToken)
        {
            var visitors = await db.ShareVisitors.Where(visitor => visitor.LinkId == link.Id)
                .Select(visitor => new
                {
                    visitor.Id,
                    visitor.Email,
                    First = db.ShareVisits.Where(visit => visit.VisitorId == visitor.Id).Min(visit => (DateTimeOffset?)visit.StartedAt),
                })
                .OrderBy(visitor => visitor.First).ThenBy(visitor => visitor.Id).ToListAsync(cancellationToken);
            return visitors.Index().ToDictionary(each => each.Item.Id, each => new Visitor(each.Item.Email, each.Index + 1));
        }

        private async Task<IReadOnlyList<Visit>> VisitsAsync(ShareLink link, Dictionary<Guid, Visitor> visitors, CancellationToken cancellationToken)
        {
            var visits = await db.ShareVisits.AsNoTracking().Where(visit => visit.LinkId == link.Id)
                .OrderByDescending(visit => visit.StartedAt).Take(Most).ToListAsync(cancellationToken);
            return [.. visits.Select(visit => new Visit(visitors[visit.VisitorId], visit.StartedAt, visit.Snapshot, Parts(visit.Parts)))];
        }

        private static IReadOnlyList<(string Part, double Seconds)> Parts(string json) =>
            [.. JsonSerializer.Deserialize<Dictionary<string, double>>(json)!.Select(part => (part.Key, part.Value)).OrderByDescending(part => part.Value)];

        private async Task<IReadOnlyList<Note>> NotesAsync(ShareLink link, Dictionary<Guid, Visitor> visitors, CancellationToken cancellationToken)
        {
            var notes = await db.ShareNotes.AsNoTracking().Where(note => note.LinkId == link.Id).OrderByDescending(note => note.WrittenAt).Take(Most).ToListAsync(cancellationToken);
            var scenarios = new Dictionary<int, IReadOnlyList<SharedScenario>>();
            foreach (var number in notes.Select(note => note.Snapshot).Distinct())
                scenarios[number] = (await ContentAsync(link, number, cancellationToken)).Scenarios;
            return
            [
                .. notes.Select(note => new Note(
                    note.Id, visitors[note.VisitorId], note.Snapshot, scenarios[note.Snapshot][note.Scenario], note.Figure, note.Text, note.WrittenAt,
                    note.ReadAt is not null)),
            ];
        }

        // The content does not know what it was made of, but calls everything the same again.
        private async Task<ShareChoice> ChoiceAsync(ShareLink link, CancellationToken cancellationToken)
        {
            var content = await ContentAsync(link, link.LatestSnapshot, cancellationToken);
            var ids = new ShareIds(link);
            var stored = (await db.Scenarios.AsNoTracking().Where(s => s.DeletedAt == null).ToListAsync(cancellationToken)).ToDictionary(s => ids.Of(s.Id));
            var shown = content.Scenarios.Where(scenario => stored.ContainsKey(scenario.Id)).ToList();
            var isAll = shown.All(scenario => scenario.Assumptions.Count == scenario.Scenario.Inputs().Count);
            return new ShareChoice
            {
                Scenarios = [.. shown.Select(scenario => stored[scenario.Id].Id)],
                Parts = content.Parts,
                Depth = content.Depth,
                Inputs = isAll
                    ? null
                    :
                    [
                        .. from scenario in shown
                           let open = scenario.Assumptions.Select(assumption => assumption.Path).ToHashSet()
                           let own = stored[scenario.Id]
                           from input in own.Content.Inputs()
                           where open.Contains(ids.In(input.Path))
                           select new ShareChoice.Input(own.Id, input.Path),
                    ],
                In = content.Conversion is { } conversion ? new(content.Scenarios[0].Scenario.Currency.Code, conversion.Rate, conversion.Of) : null,
            };
        }

        private async Task<DashboardContent> ContentAsync(ShareLink link, int number, CancellationToken cancellationToken) =>
            DashboardContent.Read(await db.ShareSnapshots.Where(s => s.LinkId == link.Id && s.Number == number).Select(s => s.Content).SingleAsync(cancellationToken));
    }
}
