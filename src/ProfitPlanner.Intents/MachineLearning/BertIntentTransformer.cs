using System.Numerics.Tensors;
using Microsoft.ML;
using Microsoft.ML.Data;
using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Intents.Classification;
using ProfitPlanner.Intents.Encoder;

namespace ProfitPlanner.Intents.MachineLearning;

/// <summary>An intent classifier in ML.NET: it labels texts, many rows at a time. Safe to use from several threads at once.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>Column</term><description>What it holds</description></listheader>
/// <item><term>Text, input</term><description>Text: what was said, in any state.</description></item>
/// <item><term>Context, input, optional</term><description>Text: what the same person said before, oldest first, a line each; empty where nothing is known.</description></item>
/// <item><term>PredictedLabel, output</term><description>Key of UInt32 with the annotation KeyValues: the label given; for 'none of these' missing, or <see cref="BertIntentColumns.None"/>.</description></item>
/// <item><term>Score, output</term><description>
/// Vector of Single with the annotation SlotNames: the probability of each label, in [0, 1]. Where 'none of these' has a slot, it gets
/// two thirds where that is the answer, and nothing elsewhere, so that the highest score is always that of the label given.
/// </description></item>
/// </list>
/// Names are those of <see cref="BertIntentColumns"/>. All other columns pass through. <see cref="SaveTo"/> saves the model as a bundle;
/// ML.NET's own <c>mlContext.Model.Save</c> cannot.
/// </remarks>
public sealed class BertIntentTransformer : ITransformer, IDisposable
{
    // Less than a half, so that no label's probability is above that of 'none'.
    private const float ShareOfLabels = 1f / 3;

    private readonly Bundle _bundle;
    private readonly IntentClassifier _classifier;
    private readonly ReadOnlyMemory<char>[] _keys;
    private readonly Dictionary<string, int> _slots;
    private volatile bool _disposed;

    /// <param name="bundle">A trained classifier that gives a text one label.</param>
    /// <param name="columns">As they are usually called where null.</param>
    /// <param name="engine">Makes what runs an encoder: ONNX Runtime where null.</param>
    /// <exception cref="InvalidDataException">The model gives several labels, the key values lack a label of it, or a tensor is wrong.</exception>
    public BertIntentTransformer(Bundle bundle, BertIntentColumns? columns = null, Func<BertModel, IBertEngine>? engine = null)
    {
        (_bundle, Columns) = (bundle, columns ?? new BertIntentColumns());
        var head = bundle.Manifest.Heads[0];
        if (head.Kind != HeadKind.OneLabel)
            throw new InvalidDataException($"The model '{bundle.Manifest.Name}' gives a text any number of labels; ML.NET's multi-class classification needs one.");
        var values = Columns.KeyValues ?? head.Labels;
        _slots = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var value in values)
            if (!_slots.TryAdd(value, _slots.Count))
                throw new InvalidDataException($"The key values have '{value}' twice.");
        if (head.Labels.Append(Columns.None).FirstOrDefault(label => label is not null && !_slots.ContainsKey(label)) is { } missing)
            throw new InvalidDataException($"The key values lack the label '{missing}' of the model '{bundle.Manifest.Name}'.");
        _keys = [.. values.Select(value => value.AsMemory())];
        _classifier = new IntentClassifier(bundle, engine);
    }

    /// <summary>Which columns are read and written.</summary>
    public BertIntentColumns Columns { get; }

    /// <summary>What the model says of itself; <see cref="Manifest.Metrics"/> are over all rows of the validation data.</summary>
    public Manifest Manifest => _bundle.Manifest;

    /// <inheritdoc/>
    public bool IsRowToRowMapper => true;

    /// <summary>Reads a bundle, and which columns it was saved with.</summary>
    /// <exception cref="InvalidDataException">A sentence that says what is wrong, and where.</exception>
    public static BertIntentTransformer Load(string folder, Func<BertModel, IBertEngine>? engine = null)
    {
        var bundle = Bundle.Read(folder);
        return new BertIntentTransformer(bundle, BertIntentColumns.Of(bundle.Manifest, folder), engine);
    }

    /// <summary>Writes a bundle, which <see cref="Load"/> and everything else of this library reads.</summary>
    /// <param name="folder">Is made; a bundle that stood there is replaced.</param>
    /// <param name="type">Of the encoders' weights: F32, or F16 in half the space.</param>
    /// <exception cref="InvalidDataException">The folder exists and holds something else.</exception>
    public void SaveTo(string folder, TensorType type = TensorType.F32) =>
        _bundle.Write(folder, type, new Dictionary<string, string> { [BertIntentColumns.FileName] = Columns.ToJson() });

    /// <summary>Never: ML.NET lets only its own code write into its files.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    void ICanSaveModel.Save(ModelSaveContext ctx) => throw new NotSupportedException(
        $"A BERT intent model cannot be written into an ML.NET model file. Save it as a bundle by {nameof(BertIntentTransformer)}.{nameof(SaveTo)}, and the other parts of the chain by themselves.");

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A column is missing or no text; it is named.</exception>
    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema) => Mapper(inputSchema).OutputSchema;

    /// <summary>Rows with their scores, which are made as they are asked for, many at a time.</summary>
    /// <inheritdoc cref="GetOutputSchema"/>
    public IDataView Transform(IDataView input) => new ScoredView(Mapper(input.Schema), input);

    /// <summary>Scores rows one by one.</summary>
    /// <inheritdoc cref="GetOutputSchema"/>
    public IRowToRowMapper GetRowToRowMapper(DataViewSchema inputSchema) => Mapper(inputSchema);

    /// <summary>Frees the encoders; nothing can be scored after that.</summary>
    public void Dispose()
    {
        _disposed = true;
        _classifier.Dispose();
    }

    private ScoredMapper Mapper(DataViewSchema input) => new(input, Columns, _keys, Score);

    private ScoredText[] Score(IReadOnlyList<Utterance> texts)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return [.. _classifier.Classify(texts).Select(ScoredText)];
    }

    private ScoredText ScoredText(IntentPrediction prediction)
    {
        var scores = new float[_keys.Length];
        foreach (var label in prediction.Ranked)
            scores[_slots[label.Label]] = (float)label.Probability;
        if ((prediction.Intent ?? Columns.None) is not { } given)
            return new ScoredText(0, scores);
        if (prediction.Intent is null)
        {
            TensorPrimitives.Multiply(scores, ShareOfLabels, scores);
            scores[_slots[given]] = 1 - ShareOfLabels;
        }
        return new ScoredText((uint)_slots[given] + 1, scores);
    }
}
