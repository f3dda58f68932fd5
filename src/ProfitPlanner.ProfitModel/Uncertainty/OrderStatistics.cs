namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>Quantiles of many values without sorting them all, in time that grows as their number.</summary>
internal static class OrderStatistics
{
    private const int Buckets = 4_096;

    // Fewer values are sorted at once.
    private const int Few = 8_192;

    /// <summary>
    /// The quantiles at rising probabilities, on straight lines between neighbours (Hyndman and Fan's type 7).
    /// </summary>
    /// <param name="values">At least one finite value in any order.</param>
    /// <param name="probabilities">In [0, 1].</param>
    public static double[] Quantiles(ReadOnlySpan<double> values, ReadOnlySpan<double> probabilities)
    {
        var ranks = new SortedSet<int>();
        foreach (var probability in probabilities)
        {
            var below = Below(probability, values.Length);
            ranks.Add(below);
            ranks.Add(Math.Min(below + 1, values.Length - 1));
        }
        var found = new Dictionary<int, double>();
        Select(values, 0, [.. ranks], found);

        var quantiles = new double[probabilities.Length];
        for (var i = 0; i < quantiles.Length; i++)
        {
            var below = Below(probabilities[i], values.Length);
            var (low, high) = (found[below], found[Math.Min(below + 1, values.Length - 1)]);
            var share = probabilities[i] * (values.Length - 1) - below;
            // Rounding must not carry a quantile beyond its neighbour.
            quantiles[i] = Math.Clamp(low + share * (high - low), low, high);
        }
        return quantiles;
    }

    /// <summary>The value of a rank [0 is the least].</summary>
    public static double AtRank(ReadOnlySpan<double> values, int rank)
    {
        var found = new Dictionary<int, double>();
        Select(values, 0, [rank], found);
        return found[rank];
    }

    private static int Below(double probability, int count) => (int)(probability * (count - 1));

    // Values fall into buckets of the same width; only those with a rank that is asked for are looked at more closely.
    private static void Select(ReadOnlySpan<double> values, int offset, ReadOnlySpan<int> ranks, Dictionary<int, double> found)
    {
        var (least, most) = (values[0], values[0]);
        foreach (var value in values)
        {
            least = Math.Min(least, value);
            most = Math.Max(most, value);
        }
        var scale = Buckets / (most - least);
        if (values.Length <= Few || !double.IsFinite(scale) || scale == 0)
        {
            SelectSorted(values, offset, ranks, found);
            return;
        }

        var counts = new int[Buckets];
        foreach (var value in values)
            counts[Bucket(value, least, scale)]++;

        var begin = offset;
        for (var bucket = 0; bucket < Buckets && !ranks.IsEmpty; bucket++)
        {
            var inside = 0;
            while (inside < ranks.Length && ranks[inside] < begin + counts[bucket])
                inside++;
            if (inside > 0)
            {
                Select(InBucket(values, counts[bucket], bucket, least, scale), begin, ranks[..inside], found);
                ranks = ranks[inside..];
            }
            begin += counts[bucket];
        }
    }

    private static double[] InBucket(ReadOnlySpan<double> values, int count, int bucket, double least, double scale)
    {
        var inside = new double[count];
        var next = 0;
        foreach (var value in values)
        {
            if (Bucket(value, least, scale) == bucket)
                inside[next++] = value;
        }
        return inside;
    }

    private static int Bucket(double value, double least, double scale) => Math.Min((int)((value - least) * scale), Buckets - 1);

    private static void SelectSorted(ReadOnlySpan<double> values, int offset, ReadOnlySpan<int> ranks, Dictionary<int, double> found)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        foreach (var rank in ranks)
            found[rank] = sorted[rank - offset];
    }
}
