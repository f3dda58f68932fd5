using System.Numerics.Tensors;
using ProfitPlanner.Intents.Classification;

namespace ProfitPlanner.Intents.Topics;

/// <summary>
/// Directions in groups, by k-means on the sphere: each lies with the group whose mean direction is nearest. Same
/// input, same output. Source: Dhillon and Modha, 2001, "Concept Decompositions for Large Sparse Text Data".
/// </summary>
/// <param name="Middles">Mean directions, of length 1, [groups][hidden].</param>
/// <param name="Groups">Of each direction.</param>
/// <param name="Nearness">Cosine of each direction to its group's middle.</param>
public sealed record SphericalClusters(IReadOnlyList<float[]> Middles, int[] Groups, float[] Nearness)
{
    private const int MostRounds = 40;

    // Of one beginning a group can stay split and two others one; the best of some is kept.
    private const int Beginnings = 4;

    // Below this share of directions that change groups, the rest would change nothing that is seen.
    private const double Settled = 0.001;

    /// <summary>Groups directions.</summary>
    /// <param name="directions">Of length 1, [n][hidden]; at least one.</param>
    /// <param name="count">How many groups, at most.</param>
    /// <param name="seeds">Where groups are looked for first: those of an earlier search. Others begin far from all.</param>
    /// <param name="seed">Of what is drawn.</param>
    /// <param name="cancellationToken">Is looked at in every round.</param>
    /// <returns>Groups without a member are left out.</returns>
    public static SphericalClusters Find(
        IReadOnlyList<float[]> directions, int count, IReadOnlyList<float[]>? seeds = null, int seed = 1, CancellationToken cancellationToken = default)
    {
        // Where an earlier search says where to begin, there is but one beginning.
        var random = new Random(seed);
        return Enumerable.Range(0, seeds is { Count: > 0 } ? 1 : Beginnings)
            .Select(_ => From(Begin(directions, Math.Min(count, directions.Count), seeds ?? [], random), directions, cancellationToken))
            .MaxBy(clusters => TensorPrimitives.Sum<float>(clusters.Nearness))!;
    }

    private static SphericalClusters From(List<float[]> middles, IReadOnlyList<float[]> directions, CancellationToken cancellationToken)
    {
        var (groups, nearness) = (new int[directions.Count], new float[directions.Count]);
        Array.Fill(groups, -1);
        for (var round = 0; round < MostRounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Assign(directions, middles, groups, nearness) <= Settled * directions.Count)
                break;
            middles = Means(directions, groups, middles);
        }
        return WithoutEmpty(middles, groups, nearness);
    }

    /// <summary>The nearest middle and the cosine to it.</summary>
    public static (int Group, float Nearness) Nearest(IReadOnlyList<float[]> middles, ReadOnlySpan<float> direction)
    {
        var (best, nearest) = (0, float.NegativeInfinity);
        for (var i = 0; i < middles.Count; i++)
        {
            var cosine = TensorPrimitives.Dot<float>(middles[i], direction);
            if (cosine > nearest)
                (best, nearest) = (i, cosine);
        }
        return (best, nearest);
    }

    // As k-means++ does: the farther from all that there are, the likelier.
    private static List<float[]> Begin(IReadOnlyList<float[]> directions, int count, IReadOnlyList<float[]> seeds, Random random)
    {
        List<float[]> middles = [.. seeds.Take(count)];
        if (middles.Count == 0)
            middles.Add(directions[random.Next(directions.Count)]);
        double[] far = [.. directions.Select(direction => 1.0 - Nearest(middles, direction).Nearness)];
        while (middles.Count < count)
        {
            var left = random.NextDouble() * far.Sum(distance => Math.Max(0, distance));
            var chosen = 0;
            while (chosen < far.Length - 1 && (left -= Math.Max(0, far[chosen])) > 0)
                chosen++;
            middles.Add(directions[chosen]);
            for (var i = 0; i < far.Length; i++)
                far[i] = Math.Min(far[i], 1 - TensorPrimitives.Dot<float>(directions[chosen], directions[i]));
        }
        return middles;
    }

    private static int Assign(IReadOnlyList<float[]> directions, IReadOnlyList<float[]> middles, int[] groups, float[] nearness)
    {
        var changed = 0;
        for (var i = 0; i < directions.Count; i++)
        {
            (var group, nearness[i]) = Nearest(middles, directions[i]);
            changed += group == groups[i] ? 0 : 1;
            groups[i] = group;
        }
        return changed;
    }

    private static List<float[]> Means(IReadOnlyList<float[]> directions, int[] groups, List<float[]> before)
    {
        List<float[]> sums = [.. before.Select(middle => new float[middle.Length])];
        for (var i = 0; i < directions.Count; i++)
            TensorPrimitives.Add(sums[groups[i]], directions[i], sums[groups[i]]);
        // One that nobody chose stays where it is.
        return [.. sums.Select((sum, i) => TensorPrimitives.Norm<float>(sum) > 0 ? Direction.Of(sum) : before[i])];
    }

    private static SphericalClusters WithoutEmpty(List<float[]> middles, int[] groups, float[] nearness)
    {
        int[] used = [.. groups.Distinct().Order()];
        var places = used.Index().ToDictionary(group => group.Item, group => group.Index);
        return new([.. used.Select(group => middles[group])], [.. groups.Select(group => places[group])], nearness);
    }
}
