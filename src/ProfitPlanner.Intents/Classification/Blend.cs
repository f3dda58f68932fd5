using System.Numerics.Tensors;
using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Metrics;

namespace ProfitPlanner.Intents.Classification;

/// <summary>How the probabilities of encoders and linear model become one.</summary>
/// <param name="LinearShare">Weight of the linear model, in [0, 1]; the encoders share the rest.</param>
/// <param name="EncoderTemperature">Of every encoder's logits, above 0.</param>
/// <param name="LinearTemperature">Of the linear model's logits, above 0.</param>
/// <param name="Temperature">Of the blend, above 0: it makes it as sure as it is right.</param>
/// <param name="Mean">Which mean of the probabilities is taken.</param>
public sealed record Blend(double LinearShare, double EncoderTemperature, double LinearTemperature, double Temperature, BlendMean Mean = BlendMean.Arithmetic)
{
    // Logarithms of probabilities stay finite.
    private const float Least = 1e-12f;

    /// <summary>Logits of the blend before its temperature, [labels].</summary>
    /// <param name="kind">One label or any.</param>
    /// <param name="encoders">Logits of each encoder, [encoders][labels].</param>
    /// <param name="linear">Logits of the linear model, [labels]; empty where there is none.</param>
    public float[] Logits(HeadKind kind, IReadOnlyList<float[]> encoders, ReadOnlySpan<float> linear)
    {
        var mixed = new float[encoders[0].Length];
        var share = linear.IsEmpty ? 0 : LinearShare;
        foreach (var logits in encoders)
            TensorPrimitives.MultiplyAdd(Part(kind, logits, EncoderTemperature), (float)((1 - share) / encoders.Count), mixed, mixed);
        if (share > 0)
            TensorPrimitives.MultiplyAdd(Part(kind, linear, LinearTemperature), (float)share, mixed, mixed);
        return Mean == BlendMean.Geometric ? mixed : OfProbabilities(kind, mixed);
    }

    /// <summary>Probabilities of the blend, [labels].</summary>
    /// <param name="kind">One label or any.</param>
    /// <param name="blended">See <see cref="Logits"/>.</param>
    public float[] Probabilities(HeadKind kind, ReadOnlySpan<float> blended) => Metrics.Logits.Probabilities(kind, blended, Temperature);

    /// <summary>Probabilities of the blend, [labels].</summary>
    /// <param name="kind">One label or any.</param>
    /// <param name="scores">Of a text.</param>
    public float[] Probabilities(HeadKind kind, TextScores scores) => Probabilities(kind, Logits(kind, scores.Encoders, scores.Linear));

    /// <summary>
    /// <see cref="Metrics.Logits.Energy"/> of the parts' logits, weighed as in the blend: low where a label fits. How large
    /// an encoder's logits are in all, its training leaves open, so that its mean is taken off; the linear model's labels
    /// are learnt each against all other texts, so that theirs says whether any fits.
    /// </summary>
    /// <inheritdoc cref="Logits"/>
    public double Energy(IReadOnlyList<float[]> encoders, ReadOnlySpan<float> linear)
    {
        var mixed = new float[encoders[0].Length];
        var share = linear.IsEmpty ? 0 : LinearShare;
        foreach (var logits in encoders)
        {
            var scale = (float)((1 - share) / EncoderTemperature / encoders.Count);
            TensorPrimitives.MultiplyAdd(logits, scale, mixed, mixed);
            TensorPrimitives.Subtract(mixed, scale * TensorPrimitives.Average<float>(logits), mixed);
        }
        if (share > 0)
            TensorPrimitives.MultiplyAdd(linear, (float)(share / LinearTemperature), mixed, mixed);
        return Metrics.Logits.Energy(mixed);
    }

    // What is added up: probabilities, or their logarithms (of the odds, of any labels: the logits themselves, as 1 - p rounds to 0 where p does not).
    private float[] Part(HeadKind kind, ReadOnlySpan<float> logits, double temperature)
    {
        if (Mean == BlendMean.Geometric && kind == HeadKind.AnyLabels)
            return [.. logits.ToArray().Select(logit => Math.Clamp((float)(logit / temperature), MathF.Log(Least), -MathF.Log(Least)))];
        var probabilities = Metrics.Logits.Probabilities(kind, logits, temperature);
        return Mean == BlendMean.Geometric ? OfProbabilities(kind, probabilities) : probabilities;
    }

    private static float[] OfProbabilities(HeadKind kind, float[] probabilities)
    {
        for (var i = 0; i < probabilities.Length; i++)
        {
            var p = Math.Clamp(probabilities[i], Least, 1);
            probabilities[i] = kind == HeadKind.AnyLabels ? MathF.Log(p / MathF.Max(1 - p, Least)) : MathF.Log(p);
        }
        return probabilities;
    }
}
