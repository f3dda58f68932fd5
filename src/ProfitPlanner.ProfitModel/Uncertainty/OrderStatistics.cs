using System.Buffers;
using System.Numerics.Tensors;

namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>
/// A few order statistics of many values without sorting them: the values are counted into equal bins, and only those of
/// the bins that hold a wanted one are looked at again.
/// </summary>
internal static class OrderStatistics
{
    private const int Bins = 2048;

    // So few are sorted at once.
    private const int Few = 2048;

    /// <param name="values">Finite values, in any order.</param>
    /// <param name="ranks">Wanted ranks from 0, ascending.</param>
    /// <param name="found">The value of each rank.</param>
    internal static void Select(ReadOnlySpan<double> values, ReadOnlySpan<int> ranks, Span<double> found)
    {
        if (values.Length <= Few)
        {
            Span<double> sorted = stackalloc double[values.Length];
            values.CopyTo(sorted);
            sorted.Sort();
            for (var i = 0; i < ranks.Length; i++)
                found[i] = sorted[ranks[i]];
            return;
        }
        var (min, max) = (TensorPrimitives.Min(values), TensorPrimitives.Max(values));
        var scale = Bins / (max - min);
        if (!double.IsFinite(scale))
        {
            // They are all equal, or as good as equal.
            found[..ranks.Length].Fill(min);
            return;
        }

        var counts = ArrayPool<int>.Shared.Rent(Bins);
        try
        {
            Array.Clear(counts, 0, Bins);
            foreach (var value in values)
                counts[BinOf(value, min, scale)]++;
            SelectInBins(values, min, scale, counts, ranks, found);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(counts);
        }
    }

    private static void SelectInBins(
        ReadOnlySpan<double> values, double min, double scale, Span<int> counts, ReadOnlySpan<int> ranks, Span<double> found)
    {
        // Where the values of a bin go; -1 for bins without a wanted rank.
        Span<int> places = stackalloc int[Bins];
        places.Fill(-1);
        var (before, wanted, next) = (0, 0, 0);
        for (var bin = 0; bin < Bins; before += counts[bin], bin++)
        {
            if (next == ranks.Length || ranks[next] >= before + counts[bin])
                continue;
            places[bin] = wanted;
            wanted += counts[bin];
            while (next < ranks.Length && ranks[next] < before + counts[bin])
                next++;
        }

        var kept = ArrayPool<double>.Shared.Rent(wanted);
        try
        {
            foreach (var value in values)
            {
                ref var place = ref places[BinOf(value, min, scale)];
                if (place >= 0)
                    kept[place++] = value;
            }
            (before, next) = (0, 0);
            Span<int> within = stackalloc int[ranks.Length];
            for (var bin = 0; bin < Bins; before += counts[bin], bin++)
            {
                if (places[bin] < 0)
                    continue;
                var first = next;
                for (; next < ranks.Length && ranks[next] < before + counts[bin]; next++)
                    within[next - first] = ranks[next] - before;
                // Each place has moved on to the end of its bin.
                Select(kept.AsSpan(places[bin] - counts[bin], counts[bin]), within[..(next - first)], found[first..next]);
            }
        }
        finally
        {
            ArrayPool<double>.Shared.Return(kept);
        }
    }

    private static int BinOf(double value, double min, double scale) => Math.Min((int)((value - min) * scale), Bins - 1);
}
