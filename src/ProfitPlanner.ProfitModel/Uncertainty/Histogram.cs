namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>
/// The results in bins with round edges, from about the lowest to about the highest thousandth: a few results far out
/// must not press the others into one bin.
/// </summary>
/// <param name="Bins">1 to 60 bins of the same width, side by side.</param>
/// <param name="Below">Results below the first bin [trials].</param>
/// <param name="Above">Results above the last bin [trials].</param>
public sealed record Histogram(IReadOnlyList<HistogramBin> Bins, int Below, int Above)
{
    private const int Most = 60;

    // A range below this share of its ends is rounding, and one bin.
    private const double Rounding = 1e-12;

    /// <summary>Counts values in bins that cover <paramref name="low"/> to <paramref name="high"/>.</summary>
    internal static Histogram Of(ReadOnlySpan<double> values, double low, double high)
    {
        if (!(high - low > Rounding * Math.Max(Math.Abs(low), Math.Abs(high))))
        {
            var (under, over) = (0, 0);
            foreach (var value in values)
            {
                under += value < low ? 1 : 0;
                over += value > high ? 1 : 0;
            }
            return new Histogram([new HistogramBin(low, high, values.Length - under - over)], under, over);
        }

        var width = RoundWidth((high - low) / (Most - 2));
        var first = Math.Floor(low / width);
        var counts = new int[(int)(Math.Floor(high / width) - first) + 1];
        int below = 0, above = 0;
        foreach (var value in values)
        {
            var bin = Math.Floor(value / width) - first;
            if (bin < 0)
                below++;
            else if (bin >= counts.Length)
                above++;
            else
                counts[(int)bin]++;
        }
        return new Histogram(
            [.. counts.Select((count, i) => new HistogramBin((first + i) * width, (first + i + 1) * width, count))], below, above);
    }

    // The next of 1, 2, 2.5, 5 or 10 times a power of ten.
    private static double RoundWidth(double least)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        foreach (var factor in (ReadOnlySpan<double>)[1, 2, 2.5, 5])
        {
            if (factor * power >= least)
                return factor * power;
        }
        return 10 * power;
    }
}
