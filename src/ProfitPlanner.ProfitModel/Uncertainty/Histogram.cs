namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>
/// Results counted into bins of one round width, whose edges are multiples of it, so that zero, where loss turns into
/// profit, is one of them. A long tail is cut off and counted as a whole: it would leave a handful of bins for all the rest.
/// </summary>
/// <param name="Start">Where the first bin begins [x].</param>
/// <param name="Width">Width of a bin [x]; 0 where all results are equal.</param>
/// <param name="Counts">Results in each bin [count]; a result on an edge belongs to the bin above.</param>
/// <param name="Below">Results below the first bin [count].</param>
/// <param name="Above">Results above the last bin [count].</param>
public sealed record Histogram(double Start, double Width, IReadOnlyList<int> Counts, int Below, int Above)
{
    private const int MostBins = 60;

    private static readonly double[] RoundNumbers = [1, 2, 2.5, 5, 10];

    // The bins reach as far beyond P5 and P95 as these are apart; a normal distribution is within that.
    internal static Histogram Of(
        ReadOnlySpan<double> values, double min, double max, double p5, double p25, double p75, double p95)
    {
        var low = Math.Max(min, p5 - (p95 - p5));
        var high = Math.Min(max, p95 + (p95 - p5));
        var magnitude = Math.Max(Math.Abs(low), Math.Abs(high));
        if (high - low <= magnitude * 1e-12)
            return new Histogram(min, 0, [values.Length], 0, 0);
        // Freedman and Diaconis 1981: 2·(P75 − P25)/∛n.
        var width = Round(Math.Max(2 * (p75 - p25) / Math.Cbrt(values.Length), (high - low) / MostBins));
        var first = Math.Floor(low / width);
        var counts = new int[(int)(Math.Floor(high / width) - first) + 1];
        var (below, above) = (0, 0);
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
        return new Histogram(first * width, width, counts, below, above);
    }

    private static double Round(double width)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(width)));
        return power * RoundNumbers.First(number => number * power >= width * (1 - 1e-12) || number == 10);
    }
}
