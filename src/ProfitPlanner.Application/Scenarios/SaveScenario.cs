using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Data.Scenarios;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Application.Scenarios;

/// <summary>
/// Saves a whole scenario over the revision it was edited from. Where somebody else has saved since, nothing is saved
/// until the person has chosen.
/// </summary>
public static class SaveScenario
{
    public enum Choice
    {
        /// <summary>Not asked yet.</summary>
        None,

        /// <summary>Both people's changes; mine where both changed the same.</summary>
        Both,

        /// <summary>My scenario as I see it; theirs stays in the history.</summary>
        Mine,
    }

    /// <param name="BaseRevision">The revision that the edits were made on.</param>
    /// <param name="EditorId">The opened page: its own earlier saves are no conflict, even if their answer was lost.</param>
    /// <param name="Choice">What to do about <paramref name="SeenRevision"/>, which the person was shown.</param>
    [Requires(Permission.EditScenarios)]
    public sealed record Command(Guid Id, int BaseRevision, Guid EditorId, Scenario Content, Choice Choice = Choice.None, int? SeenRevision = null)
        : ITenantRequest<Result>;

    public abstract record Result
    {
        /// <param name="Scenario">As saved, with the provenance that is left.</param>
        public sealed record Saved(Scenario Scenario, int Revision, DateTimeOffset At) : Result;

        public sealed record Conflict(
            int Revision, string ChangedBy, DateTimeOffset At, IReadOnlyList<ScenarioChange> TheirChanges,
            IReadOnlyList<ScenarioChange> MyChanges, IReadOnlyList<Overlap> Overlaps, Scenario Theirs) : Result;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(x => x.Content).IsSound();
    }

    internal sealed class Handler(PlannerDb db, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var stored = await db.ToChangeAsync(request.Id, cancellationToken);
            var latest = await db.LatestVersionAsync(stored, cancellationToken);
            var content = request.Content.WithTheRestOf(stored.Content);
            var cause = VersionCause.Edited;

            if (await IsOvertakenAsync(request, stored, cancellationToken))
            {
                var original = await OriginalAsync(request, cancellationToken);
                if (request.Choice == Choice.None || stored.Revision != request.SeenRevision)
                    return await ConflictAsync(request, stored, original, cancellationToken);
                if (request.Choice == Choice.Both)
                    (content, cause) = (ScenarioMerge.ThreeWay(original, request.Content.WithTheRestOf(original), stored.Content).Scenario, VersionCause.Merged);
            }

            // Each part alone was sound; together they may be not, as with too many rows.
            content.MustBeSound();
            content = content.WithProvenanceOf(stored.Content);
            var changes = ScenarioDiff.Between(stored.Content, content);
            if (changes.Count > 0)
            {
                var changedPath = changes.Count == 1 ? changes[0].Path : null;
                stored.Save(content, latest, cause, changedPath, request.EditorId, db.Tenant.PersonId, time.GetUtcNow());
                await db.SaveChangesAsync(cancellationToken);
            }

            return new Result.Saved(stored.Content, stored.Revision, stored.UpdatedAt);
        }

        private async Task<bool> IsOvertakenAsync(Command request, StoredScenario stored, CancellationToken cancellationToken) =>
            stored.Revision != request.BaseRevision
            && await db.ScenarioVersions.AnyAsync(
                v => v.ScenarioId == request.Id && v.LastRevision > request.BaseRevision && v.EditorId != request.EditorId, cancellationToken);

        // The version that held the base revision, or, where somebody has typed on in it since, the one before: it then
        // differs from what this person saw in that one field, which is shown as changed by both rather than lost.
        private async Task<Scenario> OriginalAsync(Command request, CancellationToken cancellationToken) =>
            await db.ScenarioVersions
                .Where(v => v.ScenarioId == request.Id && v.LastRevision <= request.BaseRevision)
                .OrderByDescending(v => v.Number).Select(v => v.Content).FirstOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException();

        private async Task<Result.Conflict> ConflictAsync(Command request, StoredScenario stored, Scenario original, CancellationToken cancellationToken)
        {
            var names = await db.NamesAsync([stored.UpdatedBy], cancellationToken);
            var mine = request.Content.WithTheRestOf(original);
            return new Result.Conflict(
                stored.Revision, names[stored.UpdatedBy], stored.UpdatedAt,
                ScenarioDiff.Between(original, stored.Content), ScenarioDiff.Between(original, mine),
                ScenarioMerge.ThreeWay(original, mine, stored.Content).Overlaps, stored.Content);
        }
    }
}
