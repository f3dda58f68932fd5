using System.Numerics.Tensors;

namespace ProfitPlanner.Intents.Metrics;

/// <summary>The one number that makes probabilities as sure as they are right, and changes no answer.</summary>
/// <remarks>Source: Guo et al., "On Calibration of Modern Neural Networks", 2017.</remarks>
public static class Temperature
{
    private const double Lowest = 0.01;

    private const double Highest = 100;

    /// <summary>
    /// Share of the truth that is spread over all labels, in (0, 1): where every held-out text is right, no temperature is low
    /// enough, and few texts prove little. Source: Platt, "Probabilistic Outputs for Support Vector Machines", 1999, whose
    /// targets are these of one label.
    /// </summary>
    /// <param name="rows">How many texts speak, ≥ 0.</param>
    public static double Smoothing(int rows) => 1.0 / (rows + 2);

    /// <summary>The temperature, in [0.01, 100], at which the mean log loss of <see cref="Logits.Softmax"/> is least.</summary>
    /// <param name="logits">[rows][labels].</param>
    /// <param name="truth">The right label of each row, [rows].</param>
    /// <param name="smoothing">Share of the truth that is spread over the labels, in [0, 1).</param>
    public static double Fit(IReadOnlyList<float[]> logits, IReadOnlyList<int> truth, double smoothing = 0) => Search(logits.Count, truth.Count, (row, temperature) =>
        TensorPrimitives.Dot(Logits.Softmax(logits[row], temperature), logits[row])
        - (1 - smoothing) * logits[row][truth[row]] - smoothing * TensorPrimitives.Average<float>(logits[row]));

    /// <summary>The temperature, in [0.01, 100], at which the log loss of <see cref="Logits.Sigmoid"/>, summed over labels, is least.</summary>
    /// <param name="logits">[rows][labels].</param>
    /// <param name="truth">The right labels of each row, [rows][].</param>
    /// <param name="smoothing">Share of each label's truth that is half yes and half no, in [0, 1).</param>
    public static double FitAnyLabels(IReadOnlyList<float[]> logits, IReadOnlyList<int[]> truth, double smoothing = 0) => Search(logits.Count, truth.Count, (row, temperature) =>
        TensorPrimitives.Dot(Logits.Sigmoid(logits[row], temperature), logits[row])
        - (1 - smoothing) * truth[row].Sum(label => (double)logits[row][label]) - smoothing / 2 * TensorPrimitives.Sum<float>(logits[row]));

    // The loss is convex in b = 1/T, so its slope there (sum over rows of the expected logit less the true one) has one root.
    private static double Search(int rows, int truths, Func<int, double, double> slope)
    {
        if (rows == 0 || rows != truths)
            throw new ArgumentException($"{rows} rows of logits and {truths} of truth: as many of each are needed, and at least one.");
        var (low, high) = (Math.Log(Lowest), Math.Log(Highest));
        while (high - low > 1e-6)
        {
            var middle = (low + high) / 2;
            var temperature = Math.Exp(middle);
            var sum = 0.0;
            for (var row = 0; row < rows; row++)
                sum += slope(row, temperature);
            // A positive slope in b: the best b is lower, the best T higher.
            (low, high) = sum > 0 ? (middle, high) : (low, middle);
        }
        return Math.Exp((low + high) / 2);
    }
}
