using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ProfitPlanner.Application.Demand.Classification;

namespace ProfitPlanner.Application.Review;

/// <summary>Finds the most useful turn of a sample: uncertainty × share of demand × distance from what is labelled.</summary>
internal static class ReviewRanking
{
    // Distance needs the turns' texts: it is worked out for the best by the other two factors alone.
    public const int TextsRead = 100;

    private const double Talk = 0.1;

    /// <summary>The first two factors of each turn that nobody has labelled, the most useful first.</summary>
    public static List<(Candidate Candidate, Usefulness AtMost)> WithoutDistance(IReadOnlyCollection<Candidate> sample)
    {
        // Of the sample itself, which is drawn from all turns: no count over the whole table.
        var counts = sample.CountBy(candidate => candidate.Likeliest).ToDictionary();
        return
        [
            .. sample.Where(candidate => !candidate.IsLabelled).Select(candidate => (candidate, new Usefulness(
                    1 - Math.Clamp(candidate.Confidence, 0, 1),
                    (double)counts[candidate.Likeliest] / sample.Count * (ConversationDecision.IsTalk(candidate.Likeliest) ? Talk : 1),
                    Distance: 1)))
                .OrderByDescending(ranked => ranked.Item2.Product).ThenBy(ranked => ranked.candidate.ConversationId).ThenBy(ranked => ranked.candidate.Number),
        ];
    }

    /// <summary>The most useful of those whose texts are known; null where there is none.</summary>
    /// <param name="ranked">See <see cref="WithoutDistance"/>.</param>
    /// <param name="distance">From what is labelled, in [0, 1].</param>
    public static (Candidate Candidate, Usefulness Usefulness)? Best(IEnumerable<(Candidate Candidate, Usefulness AtMost)> ranked, Func<TurnKey, double> distance)
    {
        (Candidate Candidate, Usefulness Usefulness)? best = null;
        foreach (var (candidate, atMost) in ranked)
        {
            // A distance makes nothing more useful: none of the rest can be better.
            if (best is { } found && atMost.Product <= found.Usefulness.Product)
                break;
            var usefulness = atMost with { Distance = distance(candidate.Key) };
            if (best is null || usefulness.Product > best.Value.Usefulness.Product)
                best = (candidate, usefulness);
        }
        return best;
    }

    /// <summary>One of several, by a hash: whatever a model makes of it, and the same for everybody who looks.</summary>
    public static TurnKey ByChance(IEnumerable<TurnKey> turns) =>
        turns.MinBy(turn => BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(turn.ToString()))));
}
