using System.Numerics.Tensors;

namespace ProfitPlanner.Intents.Topics;

/// <summary>
/// How many groups keep directions apart best, by the mean silhouette: how much nearer each lies to its own group's
/// middle than to the next one's, in [−1, 1]. Source: Rousseeuw, 1987, simplified to middles (Hruschka and others, 2004).
/// </summary>
/// <param name="Groups">How many.</param>
/// <param name="Silhouette">Mean over the directions.</param>
public sealed record TopicCount(int Groups, double Silhouette)
{
    private static readonly int[] Counts = [2, 3, 4, 5, 6, 8, 10, 12, 15, 18, 22, 26, 32, 40];

    // A group of fewer tells nothing.
    private const int LeastMembers = 12;

    // Of more the mean does not get any surer.
    private const int Most = 4_000;

    /// <summary>Tries several numbers.</summary>
    /// <param name="directions">Of length 1, in no order that means anything.</param>
    /// <param name="least">No fewer groups, where there is enough for them.</param>
    /// <param name="most">No more groups.</param>
    /// <param name="cancellationToken">Is looked at in every round.</param>
    /// <returns>From the smallest number to the largest; at least one.</returns>
    public static IReadOnlyList<TopicCount> Try(IReadOnlyList<float[]> directions, int least = 2, int most = 40, CancellationToken cancellationToken = default)
    {
        float[][] some = [.. directions.Take(Most)];
        var largest = Math.Clamp(directions.Count / LeastMembers, 1, most);
        int[] counts = [.. Counts.Append(least).Where(count => count >= least && count <= largest).Distinct().Order()];
        return counts is []
            ? [new TopicCount(largest, 0)]
            : [.. counts.Select(count => Of(some, SphericalClusters.Find(some, count, cancellationToken: cancellationToken)))];
    }

    private static TopicCount Of(float[][] directions, SphericalClusters clusters)
    {
        var sum = 0.0;
        for (var i = 0; i < directions.Length; i++)
        {
            var next = float.NegativeInfinity;
            for (var group = 0; group < clusters.Middles.Count; group++)
            {
                if (group != clusters.Groups[i])
                    next = Math.Max(next, TensorPrimitives.Dot<float>(clusters.Middles[group], directions[i]));
            }
            double own = 1 - clusters.Nearness[i], other = 1 - next;
            if (Math.Max(own, other) is > 0 and < double.PositiveInfinity and var larger)
                sum += (other - own) / larger;
        }
        return new(clusters.Middles.Count, sum / directions.Length);
    }
}
