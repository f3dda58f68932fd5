using System.Globalization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Demand;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.ProfitModel.Demand;

namespace ProfitPlanner.Application.Demand;

/// <summary>Finds segments by the mix of what is asked for; how many there are, a criterion says.</summary>
public static class DivideByMix
{
    /// <summary>Segments that are tried at most.</summary>
    public const int Most = 8;

    /// <summary>Fewer conversations with an intent than these show no mix.</summary>
    public const int Least = 20;

    // The mix is found on so many; all are then placed by it.
    private const int Sample = 5_000;

    /// <param name="Language">In which the segments are named by what they ask for most.</param>
    [Requires(Permission.WorkWithTranscripts)]
    public sealed record Command(CultureInfo Language) : ITenantRequest<Result>;

    /// <param name="Set">Null where there are too few conversations.</param>
    /// <param name="Conversations">That have an intent beyond talk.</param>
    public sealed record Result(Guid? Set, int Conversations);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(x => x.Language).NotNull();
    }

    internal sealed class Handler(PlannerDb db, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await db.CurrentModelAsync(cancellationToken) is not { } model)
                return new(null, 0);
            // Ids are hashes: their order is one of chance, and the same each time.
            var mentioned = await db.ConversationIntents.Where(intent => intent.ModelId == model.Id && intent.Mentioned.Length > 0)
                .OrderBy(intent => intent.ConversationId).Take(Sample).Select(intent => intent.Mentioned).ToListAsync(cancellationToken);
            if (mentioned.Count < Least)
                return new(null, mentioned.Count);

            var names = await IntentNames.ReadAsync(db, cancellationToken);
            string[] intents = [.. mentioned.SelectMany(each => each).Distinct().Order(StringComparer.Ordinal)];
            var mixes = MixSegmentation.Of([.. mentioned.Select(each => (IReadOnlyList<int>)[.. intents.Select(intent => each.Contains(intent) ? 1 : 0)])], Most);
            var set = Guid.CreateVersion7();
            var criterion = mixes.Criterion.ToDictionary(each => each.Segments, each => each.Criterion);
            List<DemandSegment> segments =
            [
                .. mixes.Shares.Select((shares, i) => new DemandSegment
                {
                    OrganisationId = db.Tenant.OrganisationId,
                    Name = Name([.. Strongest(mixes.Shares, i).Select(intent => names[intents[intent]].In(request.Language))], i),
                    Kind = SegmentKind.Mix,
                    Rule = new MixRule(
                        set, i, (double)mixes.SegmentOf.Count(segment => segment == i) / mentioned.Count,
                        shares.Select((share, intent) => (share, intent)).ToDictionary(each => intents[each.intent], each => each.share), criterion).Write(),
                    CreatedAt = time.GetUtcNow(),
                }),
            ];
            db.AddRange(segments);
            await db.SaveChangesAsync(cancellationToken);
            await RefreshSegments.RunAsync(db, segments, cancellationToken);
            return new(set, mentioned.Count);
        }

        // What the segment asks for more than the others do, and often.
        private static IEnumerable<int> Strongest(IReadOnlyList<IReadOnlyList<double>> shares, int segment) =>
            Enumerable.Range(0, shares[segment].Count)
                .OrderByDescending(intent => shares[segment][intent] * (shares[segment][intent] / shares.Average(other => other[intent] + 1e-6)))
                .Take(2).Where((intent, i) => i == 0 || shares[segment][intent] > 0.1);

        private static string Name(string[] intents, int segment) =>
            string.Create(CultureInfo.InvariantCulture, $"{segment + 1} {string.Join(" · ", intents)}").CutTo(SegmentRules.Length);
    }
}
