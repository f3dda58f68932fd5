using System.Numerics.Tensors;

namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>
/// What a sample of results says, here of results in [x]. Formulas: docs/modelling/uncertainty-sampling.md, "Summary".
/// </summary>
/// <param name="Count">Results [count].</param>
/// <param name="Mean">Their mean [x].</param>
/// <param name="StandardDeviation">Their standard deviation [x], with n − 1; 0 for a single one.</param>
/// <param name="Minimum">The least [x].</param>
/// <param name="Maximum">The most [x].</param>
/// <param name="P5">One in twenty is below it [x].</param>
/// <param name="P10">One in ten is below it [x].</param>
/// <param name="P25">One in four is below it [x].</param>
/// <param name="P50">The median [x].</param>
/// <param name="P75">One in four is above it [x].</param>
/// <param name="P90">One in ten is above it [x].</param>
/// <param name="P95">One in twenty is above it [x].</param>
/// <param name="ExpectedShortfall">The mean of the worst twentieth [x].</param>
/// <param name="ProbabilityPositive">The share of results above zero [1].</param>
/// <param name="Histogram">How they are spread.</param>
public sealed record SampleSummary(
    int Count,
    double Mean,
    double StandardDeviation,
    double Minimum,
    double Maximum,
    double P5,
    double P10,
    double P25,
    double P50,
    double P75,
    double P90,
    double P95,
    double ExpectedShortfall,
    double ProbabilityPositive,
    Histogram Histogram)
{
    private const double Worst = 0.05;

    private static readonly double[] Probabilities = [0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95];

    /// <summary>The summary of finite results, in any order.</summary>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static SampleSummary Of(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty)
            throw new ArgumentException("There is nothing to sum up.", nameof(values));
        var count = values.Length;
        var mean = TensorPrimitives.Sum(values) / count;
        var (min, max) = (TensorPrimitives.Min(values), TensorPrimitives.Max(values));
        Span<double> q = stackalloc double[Probabilities.Length];
        Quantiles(values, Probabilities, q);
        return new SampleSummary(
            count,
            mean,
            count == 1 ? 0 : Math.Sqrt(SumOfSquares(values, mean) / (count - 1)),
            min,
            max,
            q[0],
            q[1],
            q[2],
            q[3],
            q[4],
            q[5],
            q[6],
            Shortfall(values, Worst),
            ShareAboveZero(values),
            Histogram.Of(values, min, max, q[0], q[2], q[4], q[6]));
    }

    /// <summary>Quantiles [x] by linear interpolation of the order statistics, of rank (n − 1)·p from 0 (number 7 in Hyndman and Fan 1996).</summary>
    /// <param name="values">Finite results [x], at least one, in any order.</param>
    /// <param name="probabilities">Probabilities [1] in [0, 1], ascending.</param>
    /// <param name="quantiles">Where they go [x].</param>
    public static void Quantiles(ReadOnlySpan<double> values, ReadOnlySpan<double> probabilities, Span<double> quantiles)
    {
        var last = values.Length - 1;
        Span<int> ranks = stackalloc int[2 * probabilities.Length];
        for (var i = 0; i < probabilities.Length; i++)
        {
            ranks[2 * i] = (int)(probabilities[i] * last);
            ranks[(2 * i) + 1] = Math.Min(ranks[2 * i] + 1, last);
        }
        // The upper neighbour of one probability may lie beyond the lower one of the next.
        Span<int> ascending = stackalloc int[ranks.Length];
        ranks.CopyTo(ascending);
        ascending.Sort();
        Span<double> found = stackalloc double[ranks.Length];
        OrderStatistics.Select(values, ascending, found);
        for (var i = 0; i < probabilities.Length; i++)
        {
            var below = found[ascending.IndexOf(ranks[2 * i])];
            var above = found[ascending.IndexOf(ranks[(2 * i) + 1])];
            quantiles[i] = below + (((probabilities[i] * last) - ranks[2 * i]) * (above - below));
        }
    }

    // The mean of the n·share least values, as their border less how far they are below it; a value that is cut through
    // counts by the part that is in.
    private static double Shortfall(ReadOnlySpan<double> values, double share)
    {
        var worst = share * values.Length;
        Span<double> border = stackalloc double[1];
        OrderStatistics.Select(values, [Math.Max((int)Math.Ceiling(worst) - 1, 0)], border);
        var shortfall = 0.0;
        foreach (var value in values)
            shortfall += Math.Max(border[0] - value, 0);
        return border[0] - (shortfall / worst);
    }

    private static double SumOfSquares(ReadOnlySpan<double> values, double mean)
    {
        var sum = 0.0;
        Span<double> differences = stackalloc double[Points.Block];
        for (; values.Length > 0; values = values[Math.Min(Points.Block, values.Length)..])
        {
            var block = differences[..Math.Min(Points.Block, values.Length)];
            TensorPrimitives.Subtract(values[..block.Length], mean, block);
            sum += TensorPrimitives.SumOfSquares<double>(block);
        }
        return sum;
    }

    private static double ShareAboveZero(ReadOnlySpan<double> values)
    {
        var above = 0;
        foreach (var value in values)
            above += value > 0 ? 1 : 0;
        return (double)above / values.Length;
    }
}
