using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Metrics;

namespace ProfitPlanner.Intents.Ngrams;

/// <summary>A label's logit is a weighted sum of features. Safe to use from several threads at once.</summary>
/// <remarks>
/// Weights are bytes with one scale a feature in memory as in the file: what was measured is what is stored, and a model of
/// 100,000 features and 50 labels takes 5 MB and not 20.
/// </remarks>
public sealed class LinearModel
{
    private const string KindTensor = "linear.kind";

    private const string WeightsTensor = "linear.weights";

    private const string ScalesTensor = "linear.scales";

    private const string BiasTensor = "linear.bias";

    private readonly NgramFeatures _features;

    // [features, labels], so that scoring adds the rows of the features at hand.
    private readonly sbyte[] _weights;

    private readonly float[] _scales;

    private readonly float[] _bias;

    private LinearModel(NgramFeatures features, HeadKind kind, sbyte[] weights, float[] scales, float[] bias) =>
        (_features, Kind, _weights, _scales, _bias) = (features, kind, weights, scales, bias);

    /// <summary><see cref="HeadKind.OneLabel"/> or <see cref="HeadKind.AnyLabels"/>.</summary>
    public HeadKind Kind { get; }

    /// <summary>How many labels.</summary>
    public int Labels => _bias.Length;

    /// <summary>How many features.</summary>
    public int Features => _features.Count;

    /// <summary>A model of given weights, which are rounded to 255 steps a feature.</summary>
    /// <param name="features">What a text is seen as.</param>
    /// <param name="kind"><see cref="HeadKind.OneLabel"/> or <see cref="HeadKind.AnyLabels"/>.</param>
    /// <param name="weights">[features, labels] row by row, finite.</param>
    /// <param name="bias">[labels], finite.</param>
    public static LinearModel Of(NgramFeatures features, HeadKind kind, ReadOnlySpan<float> weights, ReadOnlySpan<float> bias)
    {
        ArgumentOutOfRangeException.ThrowIfEqual((int)kind, (int)HeadKind.TokenLabels, nameof(kind));
        ArgumentOutOfRangeException.ThrowIfNotEqual(weights.Length, features.Count * bias.Length, nameof(weights));
        var rounded = new sbyte[weights.Length];
        var scales = new float[features.Count];
        for (var feature = 0; feature < scales.Length; feature++)
        {
            var start = feature * bias.Length;
            var row = weights.Slice(start, bias.Length);
            var scale = MathF.Abs(TensorPrimitives.MaxMagnitude(row)) / sbyte.MaxValue;
            // Zero, or so small that dividing by it would not be exact: the row stays zero.
            if (!float.IsNormal(scale))
                continue;
            scales[feature] = scale;
            for (var label = 0; label < row.Length; label++)
                rounded[start + label] = (sbyte)MathF.Round(row[label] / scale);
        }
        return new(features, kind, rounded, scales, bias.ToArray());
    }

    /// <summary>Scores of labels, [labels].</summary>
    /// <param name="text">As it was written.</param>
    /// <param name="context">What was said before; used by a model that was trained with it.</param>
    public float[] Logits(string text, string? context = null)
    {
        var logits = _bias.ToArray();
        var vector = _features.Of(text, context);
        for (var i = 0; i < vector.Indices.Length; i++)
        {
            var weights = _weights.AsSpan(vector.Indices[i] * Labels, logits.Length);
            var value = vector.Values[i] * _scales[vector.Indices[i]];
            for (var label = 0; label < weights.Length; label++)
                logits[label] += weights[label] * value;
        }
        return logits;
    }

    /// <summary>Adds the model to a file, as tensors whose names begin with <c>linear.</c>; a feature takes 10 bytes and one a label.</summary>
    public void AddTo(SafeTensors file)
    {
        _features.AddTo(file);
        file.Add(KindTensor, new StoredTensor(TensorType.I8, [], new byte[] { (byte)Kind }));
        file.Add(WeightsTensor, new StoredTensor(TensorType.I8, [Features, Labels], MemoryMarshal.AsBytes(_weights.AsSpan()).ToArray()));
        file.Add(ScalesTensor, _scales, TensorType.F32, Features);
        file.Add(BiasTensor, _bias, TensorType.F32, Labels);
    }

    /// <summary>Reads what <see cref="AddTo"/> wrote.</summary>
    /// <param name="file">From anywhere: it is not trusted.</param>
    /// <param name="labels">How many labels the model must have.</param>
    /// <exception cref="InvalidDataException">A sentence that names the tensor that is missing or wrong.</exception>
    public static LinearModel From(SafeTensors file, int labels)
    {
        var features = NgramFeatures.From(file);
        var kind = (HeadKind)Bytes(file, KindTensor)[0];
        if (kind is not (HeadKind.OneLabel or HeadKind.AnyLabels))
            throw new InvalidDataException($"The tensor {KindTensor} is {(int)kind}, which is neither one label (0) nor any labels (1).");
        var rounded = Bytes(file, WeightsTensor, features.Count, labels);
        return new(features, kind, rounded, file.Floats(ScalesTensor, features.Count), file.Floats(BiasTensor, labels));
    }

    private static sbyte[] Bytes(SafeTensors file, string name, params ReadOnlySpan<int> shape)
    {
        var tensor = file[name];
        return tensor.Type == TensorType.I8 && shape.SequenceEqual(tensor.Shape)
            ? MemoryMarshal.Cast<byte, sbyte>(tensor.Bytes.Span).ToArray()
            : throw new InvalidDataException(
                $"The tensor {name} is {tensor.Type} [{string.Join(", ", tensor.Shape)}], not I8 [{string.Join(", ", shape.ToArray())}].");
    }
}
