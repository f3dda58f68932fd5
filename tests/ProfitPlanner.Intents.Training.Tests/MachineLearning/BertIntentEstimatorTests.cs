using Microsoft.ML;
using Microsoft.ML.Data;
using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.MachineLearning;
using ProfitPlanner.Intents.Onnx;
using ProfitPlanner.Intents.Training.Classifiers;
using ProfitPlanner.Intents.Training.DataSets;
using ProfitPlanner.Intents.Training.FineTuning;
using ProfitPlanner.Intents.Training.MachineLearning;
using ProfitPlanner.Intents.Training.Native;

namespace ProfitPlanner.Intents.Training.Tests.MachineLearning;

[Collection(TorchCollection.Name)]
public class BertIntentEstimatorTests
{
    private static readonly BertIntentOptions Options = new()
    {
        Trainer = new TrainerOptions
        {
            Size = EncoderSizes.Tiny,
            VocabularySize = 300,
            MaxLength = 24,
            Epochs = 8,
            Refit = false,
            FineTuning = new FineTuneOptions { BatchSize = 16, WarmUpSteps = 8, Averaging = 0.8, Threads = 1 },
        },
        Engine = model => OnnxEngine.Create(model, new OnnxOptions { Threads = 1 }),
    };

    private readonly MLContext _context = new(1);

    [Fact]
    public void A_chain_is_trained_evaluated_and_asked_as_any_of_ML_NET()
    {
        RequireTorch();
        var data = Data(SupportTexts.All);

        var chain = _context.Transforms.Conversion.MapValueToKey("Label", "Category")
            .Append(_context.MulticlassClassification.Trainers.BertIntent(Options))
            .Append(_context.Transforms.Conversion.MapKeyToValue("Intent", "PredictedLabel"));
        using var model = chain.Fit(data);

        var scored = model.Transform(data);
        var metrics = _context.MulticlassClassification.Evaluate(scored);
        Assert.InRange(metrics.MicroAccuracy, 0.9, 1);
        Assert.InRange(metrics.LogLoss, 0, 0.6);
        // In the order in which they first occur, by which ML.NET numbers them.
        VBuffer<ReadOnlyMemory<char>> names = default;
        scored.Schema["Score"].GetSlotNames(ref names);
        Assert.Equal(["refund", "delivery", "cancellation"], names.DenseValues().Select(name => name.ToString()));

        GivenIntent[] given = [.. _context.Data.CreateEnumerable<GivenIntent>(scored, reuseRowObject: false)];
        Assert.Equal(metrics.MicroAccuracy, given.Zip(SupportTexts.All).Average(pair => pair.First.Intent == pair.Second.Category ? 1.0 : 0), 6);
        using var predictions = _context.Model.CreatePredictionEngine<LabelledSentence, GivenIntent>(model, new PredictionEngineOptions { OwnsTransformer = false });
        Assert.All(SupportTexts.All.Zip(given), pair =>
        {
            var alone = predictions.Predict(pair.First);
            Assert.Equal(pair.Second.Intent, alone.Intent);
            Assert.All(pair.Second.Score.Zip(alone.Score), scores => Assert.Equal(scores.First, scores.Second, 1e-5f));
        });
    }

    [Fact]
    public void A_part_of_the_rows_can_be_left_out_in_turn_to_test_on()
    {
        RequireTorch();
        var data = Data(SupportTexts.All);
        var chain = _context.Transforms.Conversion.MapValueToKey("Label", "Category")
            .Append(_context.MulticlassClassification.Trainers.BertIntent(Options));

        var folds = _context.MulticlassClassification.CrossValidate(data, chain, numberOfFolds: 2, seed: 1);

        Assert.Equal(2, folds.Count);
        // A guess is right in a third.
        Assert.All(folds, fold => Assert.InRange(fold.Metrics.MicroAccuracy, 0.6, 1));
        Assert.Equal(SupportTexts.All.Length, folds.Sum(fold => fold.ScoredHoldOutSet.GetColumn<uint>("PredictedLabel").Count()));
        foreach (var fold in folds)
            Assert.IsAssignableFrom<IDisposable>(fold.Model).Dispose();
    }

    [Fact]
    public void Validation_rows_are_all_measured_and_none_of_these_has_its_key()
    {
        RequireTorch();
        LabelledSentence[] rows = [.. SupportTexts.All, .. SupportTexts.OutOfScope];
        LabelledSentence[] dev = [.. rows.Where((_, i) => i % 4 == 0)];
        var keys = _context.Transforms.Conversion.MapValueToKey("Label", "Category").Fit(Data(rows));
        var options = Options with { ContextColumnName = "Before", PredictedLabelColumnName = "Given", ScoreColumnName = "Probabilities" };
        var estimator = _context.MulticlassClassification.Trainers.BertIntent(options);
        var validation = keys.Transform(Data(dev));

        using var model = estimator.Fit(keys.Transform(Data([.. rows.Where((_, i) => i % 4 != 0)])), validation, TestContext.Current.CancellationToken);

        var scored = model.Transform(validation);
        uint[] labels = [.. scored.GetColumn<uint>("Label")];
        float[][] scores = [.. scored.GetColumn<float[]>("Probabilities")];
        const int oos = 3;
        int[] inScope = [.. Enumerable.Range(0, dev.Length).Where(i => dev[i].Category != LabelledText.OutOfScope)];
        // Of the most probable label, whether or not 'none of these' was the answer.
        var right = inScope.Count(i => scores[i].Take(oos).Index().MaxBy(slot => slot.Item).Index == labels[i] - 1);
        Assert.Equal((double)right / inScope.Length, model.Manifest.Metrics["blend.accuracy"], 9);
        Assert.NotNull(model.Manifest.None);
        uint[] given = [.. scored.GetColumn<uint>("Given")];
        Assert.All(given.Zip(scores), pair => Assert.Equal(pair.First, (uint)pair.Second.Index().MaxBy(slot => slot.Item).Index + 1));
        Assert.Contains(oos + 1u, given);
    }

    [Fact]
    public void A_chain_knows_its_columns_before_it_is_trained()
    {
        var options = Options with { PredictedLabelColumnName = "Given", ScoreColumnName = "Probabilities" };

        var shape = Shape(options, Keyed());

        Assert.Equal(
            [("Given", NumberDataViewType.UInt32, true, SchemaShape.Column.VectorKind.Scalar), ("Probabilities", NumberDataViewType.Single, false, SchemaShape.Column.VectorKind.Vector)],
            shape.TakeLast(2).Select(column => (column.Name, column.ItemType, column.IsKey, column.Kind)));
        Assert.Equal(["Text", "Category", "Before", "Length", "Label"], shape.SkipLast(2).Select(column => column.Name));
        // What comes after may turn keys to names, and not numbers.
        Assert.Contains(shape.Single(column => column.Name == "Given").Annotations, annotation => annotation.Name == "KeyValues");
    }

    [Theory]
    [InlineData("Category", "Text", null, "Category")]
    [InlineData("Label", "Length", null, "Length")]
    [InlineData("Label", "Text", "Length", "Length")]
    [InlineData("Kind", "Text", null, "Kind")]
    [InlineData("Label", "Sentence", null, "Sentence")]
    [InlineData("Label", "Text", "Earlier", "Earlier")]
    public void A_column_that_is_missing_or_of_another_type_is_named(string label, string text, string? context, string wrong)
    {
        var options = Options with { LabelColumnName = label, TextColumnName = text, ContextColumnName = context };

        Assert.Contains($"'{wrong}'", Assert.Throws<ArgumentException>(() => new BertIntentEstimator(options).Fit(Keyed())).Message, StringComparison.Ordinal);
        Assert.Contains($"'{wrong}'", Assert.Throws<ArgumentException>(() => Shape(options, Keyed())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_without_names_in_text_are_refused() => Assert.Contains(
        "'Label' have no names",
        Assert.Throws<ArgumentException>(() => new BertIntentEstimator(Options).Fit(Keyed("Length"))).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("Label")]
    [InlineData("Text")]
    public void A_row_without_label_or_text_is_named(string column)
    {
        LabelledSentence[] rows = [.. SupportTexts.All.Select(row => new LabelledSentence { Text = row.Text, Category = row.Category })];
        var keys = _context.Transforms.Conversion.MapValueToKey("Label", "Category").Fit(Data(rows));
        if (column == "Label")
            rows[6].Category = "never seen";
        else
            rows[6].Text = " ";

        var problem = Assert.Throws<InvalidDataException>(() => new BertIntentEstimator(Options).Fit(keys.Transform(Data(rows))));

        Assert.Contains($"Row 7 has nothing in the column '{column}'", problem.Message, StringComparison.Ordinal);
    }

    private SchemaShape Shape(BertIntentOptions options, IDataView data)
    {
        var probe = new ShapeProbe(_context);
        new EstimatorChain<ITransformer>().Append(probe).Fit(data);
        return new BertIntentEstimator(options).GetOutputSchema(probe.Seen!);
    }

    private IDataView Keyed(string category = "Category") =>
        _context.Transforms.Conversion.MapValueToKey("Label", category).Fit(Data(SupportTexts.All)).Transform(Data(SupportTexts.All));

    private IDataView Data(LabelledSentence[] rows) => _context.Data.LoadFromEnumerable(rows);

    private static void RequireTorch() => Assert.SkipUnless(LibTorch.IsAvailable, "libtorch cannot be loaded here, so that nothing can be trained.");
}
