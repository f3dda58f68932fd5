using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Demand.Signals;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Demand;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.ProfitModel.Demand;

namespace ProfitPlanner.Application.Demand;

/// <summary>The demand signals: how many come for each, how many speak of it, and how that has moved.</summary>
public static class ListSignals
{
    /// <param name="Segment">Null for everybody.</param>
    [Requires(Permission.Read)]
    public sealed record Query(Guid? Segment, DateOnly? From, DateOnly? To) : ITenantRequest<IReadOnlyList<Signal>>;

    /// <param name="Conversations">All that it is a share of.</param>
    /// <param name="Labels">The intents of which <paramref name="CameFor"/> is the share together.</param>
    /// <param name="Intents">Those of them that anybody came for; the most frequent first.</param>
    /// <param name="CameFor">Corrected; null where the model has given none of the signal's intents.</param>
    /// <param name="SpokeOf">Of whom any turn or word says it; counted plainly.</param>
    /// <param name="Change">The last change of its level; null where chance explains the months as well.</param>
    /// <param name="ChangedAt">First day of the month or week.</param>
    public sealed record Signal(
        string Key, long Conversations, IReadOnlyList<string> Labels, IReadOnlyList<(NamedIntent Intent, ShareEstimate Share)> Intents, ShareEstimate? CameFor, ShareEstimate SpokeOf,
        ChangePoint? Change, DateOnly? ChangedAt);

    internal sealed class Handler(PlannerDb db, ShareCorrections corrections) : IRequestHandler<Query, IReadOnlyList<Signal>>
    {
        public async Task<IReadOnlyList<Signal>> Handle(Query request, CancellationToken cancellationToken)
        {
            var segment = request.Segment is { } id && id != DemandCount.Everybody ? (await db.SegmentAsync(id, cancellationToken)).Id : DemandCount.Everybody;
            if (await db.CurrentModelAsync(cancellationToken) is not { } model
                || await db.CountedDemand.SingleOrDefaultAsync(each => each.ModelId == model.Id, cancellationToken) is not { } counted)
                return [];
            var names = await IntentNames.ReadAsync(db, cancellationToken);
            var counts = await CountedShares.ReadAsync(
                db, model.Id, segment, [DemandMeasure.Intent, DemandMeasure.Signal], request.From, request.To, cancellationToken);
            var given = await CountedShares.GivenAsync(db, model.Id, cancellationToken);
            List<LabelGroup> groups = [.. DemandSignals.All.Select(signal => new LabelGroup(signal.Key, signal.Labels(given)))];
            var shares = (await corrections.OfAsync(db, model.Id, cancellationToken)).Estimate(counts.Intents(segment), groups);
            // A signal and an intent may bear one name.
            List<ShareEstimate> ofLabels = [.. shares.SkipLast(groups.Count)];
            return [.. DemandSignals.All.Select((signal, i) => Of(signal, groups[i].Labels, shares[ofLabels.Count + i], segment, counts, counted.IsByDay, names, ofLabels))];
        }

        private static Signal Of(
            DemandSignal signal, IReadOnlyCollection<string> labels, ShareEstimate together, Guid segment, CountedShares counts, bool isWeekly, IntentNames names,
            IReadOnlyList<ShareEstimate> shares)
        {
            var all = counts.Conversations(segment);
            var own = shares.Where(share => labels.Contains(share.Label) && share.Given > 0).OrderByDescending(share => share.Corrected);
            var cameFor = labels.Count > 0 ? together : null;
            var spokeOf = SomeAgainstRest.Share(new ShareCorrection(null), counts.Signals(segment).GetValueOrDefault(signal.Key), all);

            var periods = counts.Periods(segment, labels.Count > 0 ? DemandMeasure.Intent : DemandMeasure.Signal, isWeekly);
            var trials = counts.Periods(segment, DemandMeasure.Intent, isWeekly);
            var change = ChangePoints.Of(
                [.. periods.Select(period => labels.Count > 0 ? labels.Sum(label => period.Keys.GetValueOrDefault(label)) : period.Keys.GetValueOrDefault(signal.Key))],
                [.. trials.Select(period => period.Keys.Values.Sum())]) is [.., var last] ? last : null;
            return new Signal(
                signal.Key, all, [.. labels], [.. own.Select(share => (names[share.Label], share))], cameFor, spokeOf,
                change, change is null ? null : trials[change.Index].Begin);
        }
    }
}
