using Microsoft.ML;
using Microsoft.ML.Data;
using ProfitPlanner.Intents.MachineLearning;
using ProfitPlanner.Intents.Training.Classifiers;
using ProfitPlanner.Intents.Training.DataSets;

namespace ProfitPlanner.Intents.Training.MachineLearning;

/// <summary>Trains an intent classifier, a BERT encoder with a linear model beside it, on the rows of an ML.NET data view.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>Column</term><description>What it holds</description></listheader>
/// <item><term>Label, input</term><description>
/// Key of UInt32 with names in the annotation KeyValues, as <c>MapValueToKey</c> makes it of text. Rows of the name 'oos' teach what is
/// none of the labels.
/// </description></item>
/// <item><term>Text, input</term><description>Text: what was said.</description></item>
/// <item><term>Context, input, optional</term><description>Text: what the same person said before, oldest first, a line each; empty where nothing is known.</description></item>
/// <item><term>PredictedLabel, output</term><description>Key of UInt32 with the label's KeyValues: the label given. Missing for 'none of these', unless 'oos' is among the names.</description></item>
/// <item><term>Score, output</term><description>Vector of Single, a slot for each name of the label, with the annotation SlotNames: probabilities, in [0, 1].</description></item>
/// </list>
/// Names are those of <see cref="BertIntentOptions"/>. Nothing is downloaded. Needs libtorch; the transformer does not. The seed is
/// that of the options, not that of the <see cref="MLContext"/>.
/// </remarks>
public sealed class BertIntentEstimator : IEstimator<BertIntentTransformer>
{
    private readonly BertIntentOptions _options;

    internal BertIntentEstimator(BertIntentOptions options) => _options = options;

    /// <summary>Trains; a tenth of the rows is held out to choose by, and to measure on.</summary>
    /// <inheritdoc cref="Fit(IDataView, IDataView?, CancellationToken)"/>
    public BertIntentTransformer Fit(IDataView input) => Fit(input, null);

    /// <summary>Trains.</summary>
    /// <param name="input">To learn from.</param>
    /// <param name="validation">To choose by, and to measure on, with the columns of <paramref name="input"/>; null where a tenth of that is held out.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    /// <exception cref="ArgumentException">A column is missing or of another type; it is named.</exception>
    /// <exception cref="InvalidDataException">The rows cannot be learned from: a sentence.</exception>
    /// <exception cref="Native.TorchUnavailableException">libtorch cannot be loaded here.</exception>
    public BertIntentTransformer Fit(IDataView input, IDataView? validation, CancellationToken cancellationToken = default)
    {
        var rows = new LabelledRows(_options, input.Schema);
        var dev = validation is null ? null : new LabelledRows(_options, validation.Schema).Read(validation, cancellationToken);
        var bundle = new IntentTrainer(_options.Trainer, _options.Progress).Train(rows.Read(input, cancellationToken), dev, cancellationToken);
        return new BertIntentTransformer(
            bundle,
            new BertIntentColumns
            {
                Text = _options.TextColumnName,
                Context = _options.ContextColumnName,
                PredictedLabel = _options.PredictedLabelColumnName,
                Score = _options.ScoreColumnName,
                KeyValues = rows.Labels,
                None = rows.Labels.Contains(LabelledText.OutOfScope) ? LabelledText.OutOfScope : null,
            },
            _options.Engine);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A column is missing or of another type; it is named.</exception>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        Require(inputSchema, _options.LabelColumnName, column => column.IsKey && column.ItemType == NumberDataViewType.UInt32, LabelledRows.LabelNeeded);
        Require(inputSchema, _options.TextColumnName, IsText, LabelledRows.TextNeeded);
        if (_options.ContextColumnName is { } context)
            Require(inputSchema, context, IsText, LabelledRows.TextNeeded);
        string[] added = [_options.PredictedLabelColumnName, _options.ScoreColumnName];
        return new SchemaShape([.. inputSchema.Where(column => !added.Contains(column.Name)), .. Borrowed(inputSchema).Where(column => added.Contains(column.Name))]);
    }

    private static bool IsText(SchemaShape.Column column) => column.ItemType == TextDataViewType.Instance;

    private static void Require(SchemaShape schema, string name, Func<SchemaShape.Column, bool> fits, string needed)
    {
        var column = schema.FirstOrDefault(column => column.Name == name);
        if (column.Name is null)
            throw new ArgumentException($"There is no column '{name}'; {needed} is needed.");
        if (column.Kind != SchemaShape.Column.VectorKind.Scalar || !fits(column))
            throw new ArgumentException($"The column '{name}' is {column.Kind} of {column.ItemType}; {needed} is needed.");
    }

    // ML.NET lets only its own code describe a column; one of its trainers describes the same ones.
    private SchemaShape Borrowed(SchemaShape input)
    {
        const string features = "ProfitPlanner.Intents.Features";
        var context = new MLContext();
        return context.Transforms.Text.FeaturizeText(features, _options.TextColumnName)
            .Append(context.MulticlassClassification.Trainers.SdcaMaximumEntropy(_options.LabelColumnName, features))
            .Append(context.Transforms.CopyColumns(_options.PredictedLabelColumnName, "PredictedLabel"))
            .Append(context.Transforms.CopyColumns(_options.ScoreColumnName, "Score"))
            .GetOutputSchema(input);
    }
}
