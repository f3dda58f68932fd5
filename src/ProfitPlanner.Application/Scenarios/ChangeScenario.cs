using FluentValidation;
using MediatR;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Data.Scenarios;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Application.Scenarios;

/// <summary>
/// Changes some values of a scenario, whatever else has changed since they were shown; the page of the values that it
/// names is the only one that sets them. The version before stays in the history.
/// </summary>
public static class ChangeScenario
{
    /// <param name="Changes">What to set; only path and new value count.</param>
    /// <param name="Provenance">Where numbers come from now, by path; null takes what was said of one away.</param>
    [Requires(Permission.EditScenarios)]
    public sealed record Command(Guid Id, IReadOnlyList<ScenarioChange> Changes, IReadOnlyDictionary<string, Provenance?>? Provenance = null)
        : ITenantRequest<Result>;

    public abstract record Result
    {
        public sealed record Saved(Scenario Scenario, int Revision) : Result;

        /// <summary>Nothing was saved: what was to be changed is no longer there.</summary>
        public sealed record Gone(IReadOnlyList<string> Paths) : Result;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(x => x.Changes).NotNull();
    }

    internal sealed class Handler(PlannerDb db, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var stored = await db.ToChangeAsync(request.Id, cancellationToken);
            return await db.ChangeAsync(stored, request.Changes, request.Provenance, time.GetUtcNow(), cancellationToken);
        }
    }

    /// <summary>A source as of today, where it has no date of its own.</summary>
    internal static Provenance Dated(this Provenance source, DateTimeOffset now) =>
        source with { Date = source.Date ?? DateOnly.FromDateTime(now.UtcDateTime) };

    /// <summary>The same for a use case that works out the changes from what is stored.</summary>
    internal static async Task<Result> ChangeAsync(
        this PlannerDb db, StoredScenario stored, IReadOnlyList<ScenarioChange> changes, IReadOnlyDictionary<string, Provenance?>? provenance,
        DateTimeOffset now, CancellationToken cancellationToken)
    {
        var applied = ScenarioDiff.Apply(stored.Content, changes);
        if (applied.NotApplied.Count > 0)
            return new Result.Gone([.. applied.NotApplied.Select(change => change.Path)]);

        var content = applied.Scenario.WithProvenance(provenance);
        content.MustBeSound();
        if (provenance is { Count: > 0 } || ScenarioDiff.Between(stored.Content, content).Count > 0)
        {
            var latest = await db.LatestVersionAsync(stored, cancellationToken);
            stored.Save(content, latest, VersionCause.Edited, changedPath: null, editorId: Guid.Empty, db.Tenant.PersonId, now);
            await db.SaveChangesAsync(cancellationToken);
        }
        return new Result.Saved(stored.Content, stored.Revision);
    }
}
