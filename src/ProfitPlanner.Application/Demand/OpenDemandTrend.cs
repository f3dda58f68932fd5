using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Demand.Signals;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Demand;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.ProfitModel.Demand;

namespace ProfitPlanner.Application.Demand;

/// <summary>The share of an intent or a signal by month, or by week where there are few months, and where it changed.</summary>
public static class OpenDemandTrend
{
    /// <param name="Key">An intent or a signal.</param>
    /// <param name="Segment">Null for everybody.</param>
    [Requires(Permission.Read)]
    public sealed record Query(string Key, DemandMeasure Measure, Guid? Segment, DateOnly? From, DateOnly? To) : ITenantRequest<Result>;

    /// <param name="Intent">Null of a signal.</param>
    /// <param name="Segment">Name of the segment; null of everybody.</param>
    /// <param name="Undated">Conversations that are in no period, since their time is not known.</param>
    public sealed record Result(
        NamedIntent? Intent, string? Segment, bool IsWeekly, bool IsCorrected, IReadOnlyList<Period> Periods, IReadOnlyList<ChangePoint> Changes, long Undated);

    /// <param name="Share">Meaningless where there are no conversations.</param>
    public sealed record Period(DateOnly Begin, long Conversations, ShareEstimate Share);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(x => x.Key)
            .Must((query, key) => query.Measure != DemandMeasure.Signal || DemandSignals.Find(key) is not null).WithErrorCode("UnknownSignal");
    }

    internal sealed class Handler(PlannerDb db, ShareCorrections corrections) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var segment = request.Segment is { } id && id != DemandCount.Everybody ? await db.SegmentAsync(id, cancellationToken) : null;
            var intent = request.Measure == DemandMeasure.Intent ? (await IntentNames.ReadAsync(db, cancellationToken))[request.Key] : null;
            if (await db.CurrentModelAsync(cancellationToken) is not { } model
                || await db.CountedDemand.SingleOrDefaultAsync(each => each.ModelId == model.Id, cancellationToken) is not { } counted)
                return new(intent, segment?.Name, false, false, [], [], 0);

            var of = segment?.Id ?? DemandCount.Everybody;
            var counts = await CountedShares.ReadAsync(
                db, model.Id, of, [DemandMeasure.Intent, DemandMeasure.Signal], request.From, request.To, cancellationToken);
            var shares = await corrections.OfAsync(db, model.Id, cancellationToken);
            HashSet<string> labels = DemandSignals.Find(request.Key) is { } signal && request.Measure == DemandMeasure.Signal
                ? [.. signal.Labels(await CountedShares.GivenAsync(db, model.Id, cancellationToken))]
                : [request.Key];
            var known = SomeAgainstRest.Of(shares.Errors, labels, shares.Estimate(counts.Intents(of)));
            var series = Series(request, counts, of, counted.IsByDay, labels);
            var correction = new ShareCorrection(known);
            return new(
                intent, segment?.Name, counted.IsByDay, known is not null,
                [.. series.Select(each => new Period(each.Begin, each.All, SomeAgainstRest.Share(correction, each.Some, each.All)))],
                ChangePoints.Of([.. series.Select(each => each.Some)], [.. series.Select(each => each.All)]),
                counts.Undated(of));
        }

        // A signal of which the model tells no intent apart goes by its words.
        private static List<(DateOnly Begin, long Some, long All)> Series(
            Query request, CountedShares counts, Guid segment, bool isWeekly, HashSet<string> labels)
        {
            var intents = counts.Periods(segment, DemandMeasure.Intent, isWeekly);
            var words = labels.Count > 0 ? null : counts.Periods(segment, DemandMeasure.Signal, isWeekly);
            return
            [
                .. intents.Select((period, i) => (
                    period.Begin,
                    words is null ? labels.Sum(label => period.Keys.GetValueOrDefault(label)) : words[i].Keys.GetValueOrDefault(request.Key),
                    period.Keys.Values.Sum())),
            ];
        }
    }
}
