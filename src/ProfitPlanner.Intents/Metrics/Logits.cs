using System.Numerics.Tensors;
using ProfitPlanner.Intents.Encoder;

namespace ProfitPlanner.Intents.Metrics;

/// <summary>What the logits of one text say, [labels]; at least one.</summary>
public static class Logits
{
    /// <summary>Probabilities of labels of which one is right, [labels]; they sum to 1.</summary>
    /// <param name="logits">[labels].</param>
    /// <param name="temperature">What logits are divided by, above 0; see <see cref="Temperature"/>.</param>
    public static float[] Softmax(ReadOnlySpan<float> logits, double temperature = 1)
    {
        var probabilities = new float[logits.Length];
        // The largest is taken off first: TensorPrimitives.SoftMax does not, and large logits would overflow.
        TensorPrimitives.Subtract(logits, TensorPrimitives.Max(logits), probabilities);
        TensorPrimitives.Divide(probabilities, (float)temperature, probabilities);
        TensorPrimitives.Exp(probabilities, probabilities);
        TensorPrimitives.Divide(probabilities, TensorPrimitives.Sum(probabilities), probabilities);
        return probabilities;
    }

    /// <summary>Probabilities of labels of which any number may be right, [labels].</summary>
    /// <inheritdoc cref="Softmax"/>
    public static float[] Sigmoid(ReadOnlySpan<float> logits, double temperature = 1)
    {
        var probabilities = new float[logits.Length];
        TensorPrimitives.Divide(logits, (float)temperature, probabilities);
        TensorPrimitives.Sigmoid(probabilities, probabilities);
        return probabilities;
    }

    /// <summary><see cref="Softmax"/> where one label is right, <see cref="Sigmoid"/> where any number may be.</summary>
    /// <inheritdoc cref="Softmax"/>
    public static float[] Probabilities(HeadKind kind, ReadOnlySpan<float> logits, double temperature = 1) =>
        kind == HeadKind.AnyLabels ? Sigmoid(logits, temperature) : Softmax(logits, temperature);

    /// <summary>−log Σ exp(logit): the lower, the more the text is like those that were learnt from.</summary>
    /// <remarks>Source: Liu et al., "Energy-based Out-of-distribution Detection", 2020.</remarks>
    /// <param name="logits">[labels].</param>
    public static double Energy(ReadOnlySpan<float> logits)
    {
        double largest = TensorPrimitives.Max(logits);
        var sum = 0.0;
        foreach (var logit in logits)
            sum += Math.Exp(logit - largest);
        return -largest - Math.Log(sum);
    }

    /// <summary>The largest probability less the second largest; the largest where it is the only one.</summary>
    public static double Margin(ReadOnlySpan<float> probabilities)
    {
        var (first, second) = (0f, 0f);
        foreach (var probability in probabilities)
            if (probability > first)
                (first, second) = (probability, first);
            else if (probability > second)
                second = probability;
        return first - second;
    }

    /// <summary>The largest probability.</summary>
    public static double MaxProbability(ReadOnlySpan<float> probabilities) => TensorPrimitives.Max(probabilities);
}
