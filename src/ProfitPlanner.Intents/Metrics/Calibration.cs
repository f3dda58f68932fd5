using System.Numerics.Tensors;

namespace ProfitPlanner.Intents.Metrics;

/// <summary>How far probabilities can be taken at their word.</summary>
/// <param name="Ece">
/// Expected calibration error: |share right − mean of the largest probability| of a bin, averaged over the rows of 15 bins of
/// equal width. Source: Guo et al., 2017.
/// </param>
/// <param name="AdaptiveEce">The same over 15 bins of equally many rows.</param>
/// <param name="LogLoss">
/// Mean of −log of the probability of the right label, which is taken as 2⁻²³ at least, as scikit-learn does with single precision.
/// </param>
public sealed record Calibration(double Ece, double AdaptiveEce, double LogLoss)
{
    private const int Bins = 15;

    /// <summary>Of labels of which one is right.</summary>
    /// <param name="truth">The right label of each row, [rows]; at least one row.</param>
    /// <param name="probabilities">[rows][labels].</param>
    public static Calibration Of(IReadOnlyList<int> truth, IReadOnlyList<float[]> probabilities)
    {
        var tops = probabilities.Select((row, i) => Top(row, label => label == truth[i])).ToArray();
        var loss = truth.Select((label, i) => -Math.Log(Math.Max(probabilities[i][label], MathF.BitIncrement(1) - 1))).Average();
        return new(ErrorOf(tops), AdaptiveErrorOf(tops), loss);
    }

    internal static (double Probability, bool Right) Top(float[] probabilities, Func<int, bool> right)
    {
        var top = TensorPrimitives.IndexOfMax(probabilities);
        return (probabilities[top], right(top));
    }

    internal static double ErrorOf(IReadOnlyCollection<(double Probability, bool Right)> tops) =>
        Error(tops.GroupBy(top => Math.Clamp((int)Math.Ceiling(top.Probability * Bins) - 1, 0, Bins - 1)), tops.Count);

    // Which of equally sure rows fall into which bin is chance: each is as right as all of them are on average.
    private static double AdaptiveErrorOf((double Probability, bool Right)[] tops) =>
        tops.GroupBy(top => top.Probability).OrderBy(ties => ties.Key)
            .SelectMany(ties => Enumerable.Repeat(ties.Key - ties.Average(top => top.Right ? 1.0 : 0), ties.Count()))
            .Select((gap, i) => (Gap: gap, Bin: (long)i * Bins / tops.Length))
            .GroupBy(row => row.Bin, row => row.Gap).Sum(bin => Math.Abs(bin.Sum())) / tops.Length;

    private static double Error(IEnumerable<IEnumerable<(double Probability, bool Right)>> bins, int rows) =>
        bins.Sum(bin => Math.Abs(bin.Sum(top => top.Probability - (top.Right ? 1 : 0)))) / rows;
}
