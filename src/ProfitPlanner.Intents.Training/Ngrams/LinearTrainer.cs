using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Ngrams;

namespace ProfitPlanner.Intents.Training.Ngrams;

/// <summary>Learns a <see cref="LinearModel"/> with ML.NET, each label against the rest, on one thread.</summary>
/// <remarks>
/// By averaged perceptrons with log loss. On Banking77's training rows, three splits of 9 to 1, accuracy and log loss at the best
/// temperature: 90.8 %, 0.341 in 12 s; with hinge loss 90.3 to 90.9 %, 0.38 to 0.39; maximum entropy by dual coordinate ascent 90.2 to
/// 90.5 %, 0.354 in 16 to 21 s; by L-BFGS, one split only and stopped after 40 steps, 90.1 %, 0.322 (these 91.0 %, 0.310) in 73 s.
/// </remarks>
public static class LinearTrainer
{
    /// <summary>Learns from examples.</summary>
    /// <param name="rows">At least one.</param>
    /// <param name="labels">How many labels; a label without an example is never likely.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellationToken">Ends it, before the next label.</param>
    /// <exception cref="InvalidDataException">A row that cannot be learnt from, by its number.</exception>
    public static LinearModel Train(
        IReadOnlyList<LinearExample> rows, int labels, LinearOptions options, CancellationToken cancellationToken = default)
    {
        Check(rows, labels, options.Kind);
        var features = NgramFeatures.Learn(rows.Select(row => (row.Text, row.Context)), options.Ngrams);
        if (features.Count == 0)
            throw new InvalidDataException($"No n-gram is in {options.Ngrams.Least} of the {rows.Count} texts: more texts are needed.");
        // Files come sorted by label, and perceptrons need them mixed.
        LinearExample[] mixed = [.. rows];
        new Random(options.Seed).Shuffle(mixed);
        var vectors = new VBuffer<float>[mixed.Length];
        for (var row = 0; row < vectors.Length; row++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var vector = features.Of(mixed[row].Text, mixed[row].Context);
            vectors[row] = new VBuffer<float>(features.Count, vector.Indices.Length, vector.Values, vector.Indices);
        }

        var context = new MLContext(options.Seed);
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, features.Count);
        var weights = new float[features.Count * labels];
        var bias = new float[labels];
        for (var label = 0; label < labels; label++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var data = context.Data.LoadFromEnumerable(
                mixed.Select((row, i) => new Row { Features = vectors[i], Label = row.Labels.Contains(label) }).ToArray(), schema);
            // Log loss is not the default of every overload.
            var model = context.BinaryClassification.Trainers
                .AveragedPerceptron(lossFunction: new LogLoss(), numberOfIterations: options.Passes).Fit(data).Model;
            for (var feature = 0; feature < features.Count; feature++)
                weights[feature * labels + label] = model.Weights[feature];
            bias[label] = model.Bias;
        }
        return LinearModel.Of(features, options.Kind, weights, bias);
    }

    private static void Check(IReadOnlyList<LinearExample> rows, int labels, HeadKind kind)
    {
        if (kind is not (HeadKind.OneLabel or HeadKind.AnyLabels))
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "A linear model has one label or any labels for a text.");
        if (rows.Count == 0)
            throw new InvalidDataException("There are no rows to learn from.");
        for (var row = 0; row < rows.Count; row++)
            if (rows[row].Labels.Any(label => label < 0 || label >= labels))
                throw new InvalidDataException($"Row {row + 1} has the label {string.Join(", ", rows[row].Labels)}; labels are 0 to {labels - 1}.");
    }

    private sealed class Row
    {
        public VBuffer<float> Features { get; set; }

        public bool Label { get; set; }
    }
}
