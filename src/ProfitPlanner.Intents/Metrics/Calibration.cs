using System.Numerics.Tensors;

namespace ProfitPlanner.Intents.Metrics;

/// <summary>How far probabilities can be taken at their word.</summary>
internal static class Calibration
{
    private const int Bins = 15;

    /// <summary>
    /// Expected calibration error: |share right − mean of the largest probability| of a bin, averaged over the rows of 15 bins of
    /// equal width. Source: Guo et al., 2017.
    /// </summary>
    /// <param name="probabilities">[rows][labels]; at least one row.</param>
    /// <param name="right">Whether a label is right for a row.</param>
    public static double Error(IReadOnlyList<float[]> probabilities, Func<int, int, bool> right) => probabilities
        .Select((row, i) => (Label: TensorPrimitives.IndexOfMax<float>(row), Row: i))
        .Select(top => (Probability: (double)probabilities[top.Row][top.Label], Right: right(top.Row, top.Label) ? 1.0 : 0))
        .GroupBy(top => Math.Clamp((int)Math.Ceiling(top.Probability * Bins) - 1, 0, Bins - 1))
        .Sum(bin => Math.Abs(bin.Sum(top => top.Probability - top.Right))) / probabilities.Count;
}
