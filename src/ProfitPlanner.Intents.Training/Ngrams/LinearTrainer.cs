using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Ngrams;

namespace ProfitPlanner.Intents.Training.Ngrams;

/// <summary>Learns a <see cref="LinearModel"/> with ML.NET's stochastic dual coordinate ascent, on one thread.</summary>
public static class LinearTrainer
{
    // Of the duality gap; ML.NET's 0.1 stops while accuracy still rises.
    private const float Tolerance = 1e-3f;

    /// <summary>Learns from examples: maximum entropy where a text has one label, a logistic regression a label where it has any.</summary>
    /// <param name="rows">At least one.</param>
    /// <param name="labels">How many labels; a label without an example is never likely.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Told the share that is done, in [0, 1].</param>
    /// <param name="cancellationToken">Ends it, within a pass.</param>
    /// <exception cref="InvalidDataException">A row that cannot be learnt from, by its number.</exception>
    public static LinearModel Train(
        IReadOnlyList<LinearExample> rows, int labels, LinearOptions options, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        Check(rows, labels, options.Kind);
        var features = NgramFeatures.Learn(rows.Select(row => (row.Text, row.Context)), options.Ngrams);
        if (features.Count == 0)
            throw new InvalidDataException($"No n-gram is in {options.Ngrams.Least} of the {rows.Count} texts: more texts are needed.");
        var vectors = new VBuffer<float>[rows.Count];
        for (var row = 0; row < vectors.Length; row++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var vector = features.Of(rows[row].Text, rows[row].Context);
            vectors[row] = new VBuffer<float>(features.Count, vector.Indices.Length, vector.Values, vector.Indices);
        }
        progress?.Report(0.1);

        var context = new MLContext(options.Seed);
        var weights = new float[features.Count * labels];
        var bias = new float[labels];
        try
        {
            if (options.Kind == HeadKind.OneLabel)
                OneLabel(context, rows, vectors, options, weights, bias);
            else
                for (var label = 0; label < labels; label++)
                {
                    AnyLabel(context, rows, vectors, options, label, weights, bias);
                    progress?.Report(0.1 + 0.9 * (label + 1) / labels);
                }
        }
        catch (OperationCanceledException e)
        {
            throw new OperationCanceledException(e.Message, e, cancellationToken);
        }
        cancellationToken.ThrowIfCancellationRequested();
        progress?.Report(1);
        return LinearModel.Of(features, options.Kind, weights, bias);
    }

    private static void OneLabel(
        MLContext context, IReadOnlyList<LinearExample> rows, VBuffer<float>[] vectors, LinearOptions options, float[] weights, float[] bias)
    {
        var schema = Schema(typeof(OneLabelRow), vectors[0].Length);
        schema[nameof(OneLabelRow.Label)].ColumnType = new KeyDataViewType(typeof(uint), bias.Length);
        // From a class, the first label is 0; ML.NET adds the 1 of its keys itself.
        var data = context.Data.LoadFromEnumerable(rows.Select((row, i) => new OneLabelRow { Features = vectors[i], Label = (uint)row.Labels[0] }).ToArray(), schema);
        var model = context.MulticlassClassification.Trainers.SdcaMaximumEntropy(new SdcaMaximumEntropyMulticlassTrainer.Options
        {
            L1Regularization = 0,
            L2Regularization = options.L2,
            MaximumNumberOfIterations = options.Passes,
            ConvergenceTolerance = Tolerance,
            NumberOfThreads = 1,
        }).Fit(data).Model;

        var byLabel = Array.Empty<VBuffer<float>>();
        model.GetWeights(ref byLabel, out var labels);
        for (var label = 0; label < labels; label++)
            Take(byLabel[label], label, weights, labels);
        model.GetBiases().ToArray().CopyTo(bias, 0);
    }

    private static void AnyLabel(
        MLContext context, IReadOnlyList<LinearExample> rows, VBuffer<float>[] vectors, LinearOptions options, int label, float[] weights, float[] bias)
    {
        var data = context.Data.LoadFromEnumerable(
            rows.Select((row, i) => new AnyLabelRow { Features = vectors[i], Label = row.Labels.Contains(label) }).ToArray(),
            Schema(typeof(AnyLabelRow), vectors[0].Length));
        var model = context.BinaryClassification.Trainers.SdcaNonCalibrated(new SdcaNonCalibratedBinaryTrainer.Options
        {
            LossFunction = new LogLoss(),
            L1Regularization = 0,
            L2Regularization = options.L2,
            MaximumNumberOfIterations = options.Passes,
            ConvergenceTolerance = Tolerance,
            NumberOfThreads = 1,
        }).Fit(data).Model;
        for (var feature = 0; feature < model.Weights.Count; feature++)
            weights[feature * bias.Length + label] = model.Weights[feature];
        bias[label] = model.Bias;
    }

    private static void Take(VBuffer<float> from, int label, float[] weights, int labels)
    {
        foreach (var (feature, weight) in from.Items())
            weights[feature * labels + label] = weight;
    }

    private static SchemaDefinition Schema(Type row, int features)
    {
        var schema = SchemaDefinition.Create(row);
        schema[nameof(OneLabelRow.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, features);
        return schema;
    }

    private static void Check(IReadOnlyList<LinearExample> rows, int labels, HeadKind kind)
    {
        if (kind is not (HeadKind.OneLabel or HeadKind.AnyLabels))
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "A linear model has one label or any labels for a text.");
        if (rows.Count == 0)
            throw new InvalidDataException("There are no rows to learn from.");
        for (var row = 0; row < rows.Count; row++)
            if (kind == HeadKind.OneLabel && rows[row].Labels.Count != 1)
                throw new InvalidDataException($"Row {row + 1} has {rows[row].Labels.Count} labels; one is needed.");
            else if (rows[row].Labels.Any(label => label < 0 || label >= labels))
                throw new InvalidDataException($"Row {row + 1} has the label {string.Join(", ", rows[row].Labels)}; labels are 0 to {labels - 1}.");
    }

    private sealed class OneLabelRow
    {
        public VBuffer<float> Features;

        public uint Label;
    }

    private sealed class AnyLabelRow
    {
        public VBuffer<float> Features;

        public bool Label;
    }
}
