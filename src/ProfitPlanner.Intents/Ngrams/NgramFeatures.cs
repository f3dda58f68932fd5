using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using ProfitPlanner.Intents.Bundles;

namespace ProfitPlanner.Intents.Ngrams;

/// <summary>Texts as vectors of the n-grams they hold. Safe to use from several threads at once.</summary>
/// <remarks>
/// A value is (1 + log count) × (1 + log((1 + texts) / (1 + texts that hold the n-gram))); the vector of a text has length 1, that of
/// its context <see cref="NgramOptions.Context"/>. Case does not matter. Learning from the same texts in any order gives the same
/// features.
/// </remarks>
public sealed class NgramFeatures
{
    private const string OptionsTensor = "linear.options";

    private const string HashesTensor = "linear.ngrams";

    private const string WeightsTensor = "linear.idf";

    private readonly NgramOptions _options;

    private readonly Dictionary<uint, int> _indices;

    private readonly uint[] _hashes;

    private readonly float[] _weights;

    private NgramFeatures(NgramOptions options, uint[] hashes, float[] weights)
    {
        (_options, _hashes, _weights) = (options, hashes, weights);
        _indices = new Dictionary<uint, int>(hashes.Length);
        foreach (var hash in hashes)
            _indices.Add(hash, _indices.Count);
    }

    /// <summary>How many features; a vector's indices are below.</summary>
    public int Count => _hashes.Length;

    /// <summary>The n-grams that enough texts hold.</summary>
    public static NgramFeatures Learn(IEnumerable<string> texts, NgramOptions options) => Learn(texts.Select(text => (text, (string?)null)), options);

    /// <summary>The n-grams that enough texts, or what was said before them, hold.</summary>
    public static NgramFeatures Learn(IEnumerable<(string Text, string? Context)> texts, NgramOptions options)
    {
        if (Problem(options) is { } problem)
            throw new ArgumentException(problem, nameof(options));
        var counts = new Dictionary<uint, int>();
        var rows = 0;
        var hashes = new List<uint>();
        foreach (var (text, context) in texts)
        {
            rows++;
            hashes.Clear();
            NgramHashes.OfText(text, options, hashes);
            if (context is not null)
                NgramHashes.OfContext(context, options, hashes);
            hashes.Sort();
            for (var i = 0; i < hashes.Count; i++)
                if (i == 0 || hashes[i] != hashes[i - 1])
                    CollectionsMarshal.GetValueRefOrAddDefault(counts, hashes[i], out _)++;
        }

        uint[] kept = [.. counts.Where(ngram => ngram.Value >= options.Least).Select(ngram => ngram.Key).Order()];
        // As they are stored, so that a file gives the same vectors.
        float[] weights = [.. kept.Select(hash => (float)(Half)(1 + Math.Log((1.0 + rows) / (1 + counts[hash]))))];
        return new(options, kept, weights);
    }

    /// <summary>The features of a text, and of what was said before it.</summary>
    public SparseVector Of(string text, string? context = null)
    {
        var hashes = new List<uint>(text.Length * (_options.Characters + 1) + 16);
        NgramHashes.OfText(text, _options, hashes);
        var own = Weigh(hashes, length: 1);
        if (context is null)
            return own;

        hashes.Clear();
        NgramHashes.OfContext(context, _options, hashes);
        var before = Weigh(hashes, _options.Context);
        var both = new SparseVector([.. own.Indices, .. before.Indices], [.. own.Values, .. before.Values]);
        Array.Sort(both.Indices, both.Values);
        return both;
    }

    internal void AddTo(SafeTensors file)
    {
        file.Add(OptionsTensor, [_options.Words, _options.Characters, _options.Least, _options.Context], TensorType.F32, 4);
        file.Add(HashesTensor, new StoredTensor(TensorType.I32, [Count], MemoryMarshal.AsBytes(_hashes.AsSpan()).ToArray()));
        file.Add(WeightsTensor, _weights, TensorType.F16, Count);
    }

    internal static NgramFeatures From(SafeTensors file)
    {
        var numbers = file.Floats(OptionsTensor, 4);
        var options = new NgramOptions { Words = (int)numbers[0], Characters = (int)numbers[1], Least = (int)numbers[2], Context = numbers[3] };
        if (Problem(options) is { } problem)
            throw new InvalidDataException($"The tensor {OptionsTensor}: {problem}");

        var stored = file[HashesTensor];
        if (stored.Type != TensorType.I32 || stored.Shape.Length != 1)
            throw new InvalidDataException($"The tensor {HashesTensor} is of {stored.Type} in {stored.Shape.Length} dimensions, not of I32 in one.");
        var hashes = MemoryMarshal.Cast<byte, uint>(stored.Bytes.Span).ToArray();
        for (var i = 1; i < hashes.Length; i++)
            if (hashes[i] <= hashes[i - 1])
                throw new InvalidDataException($"The tensor {HashesTensor} does not rise at {i}.");
        return new(options, hashes, file.Floats(WeightsTensor, hashes.Length));
    }

    private static string? Problem(NgramOptions options) =>
        options.Words is < 1 or > 4 ? $"n-grams of {options.Words} words cannot be made; 1 to 4 can."
        : options.Characters is < 0 or > 8 ? $"n-grams of {options.Characters} characters cannot be made; 0 to 8 can."
        : options.Least < 1 ? "an n-gram must be held by at least one text."
        : options.Context is >= 0 and <= 100 ? null : "the length of the context is not in [0, 100].";

    private SparseVector Weigh(List<uint> hashes, float length)
    {
        var found = 0;
        var features = CollectionsMarshal.AsSpan(hashes);
        foreach (var hash in features)
            if (_indices.TryGetValue(hash, out var feature))
                features[found++] = (uint)feature;
        features = features[..found];
        features.Sort();

        var distinct = 0;
        for (var i = 0; i < found; i++)
            distinct += i == 0 || features[i] != features[i - 1] ? 1 : 0;
        var (indices, values) = (new int[distinct], new float[distinct]);
        for (int i = 0, next = 0; i < found; next++)
        {
            var feature = (int)features[i];
            var count = 0;
            for (; i < found && features[i] == feature; i++)
                count++;
            (indices[next], values[next]) = (feature, (1 + MathF.Log(count)) * _weights[feature]);
        }
        var norm = TensorPrimitives.Norm<float>(values);
        if (norm > 0)
            TensorPrimitives.Multiply(values, length / norm, values);
        return new(indices, values);
    }
}
