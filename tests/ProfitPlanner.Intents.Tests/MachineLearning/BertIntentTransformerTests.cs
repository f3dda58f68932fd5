using System.Numerics.Tensors;
using Microsoft.ML;
using Microsoft.ML.Data;
using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Intents.Classification;
using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.MachineLearning;
using ProfitPlanner.Intents.Metrics;

namespace ProfitPlanner.Intents.Tests.MachineLearning;

public sealed class BertIntentTransformerTests : IDisposable
{
    private const int Many = 300;

    // What stands beside a text in a batch rounds its probabilities differently.
    private const float Rounding = 1e-5f;

    private static readonly Bundle Bundle = RandomBundle.Create();

    private readonly MLContext _context = new(1);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("intents-mlnet-");
    private readonly List<IDisposable> _disposables = [];
    private CountingEngine? _engine;

    public void Dispose()
    {
        _disposables.ForEach(disposable => disposable.Dispose());
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void Rows_get_the_labels_and_probabilities_of_the_classifier()
    {
        var rows = Score(Transformer(), Data(Many));

        using var classifier = new IntentClassifier(Bundle, model => new CountingEngine(model));
        foreach (var row in rows)
        {
            var prediction = classifier.Classify(row.Text);
            Assert.Equal(prediction.Intent, RandomBundle.Labels[row.PredictedLabel - 1]);
            Assert.All(prediction.Ranked, label => Assert.Equal(label.Probability, row.Score[Array.IndexOf(RandomBundle.Labels, label.Label)], Rounding));
        }
        Assert.True(rows.Select(row => row.PredictedLabel).Distinct().Count() > 2, "Random weights should tell texts apart.");
    }

    [Fact]
    public void Rows_are_scored_in_batches_each_once()
    {
        var transformer = Transformer();

        Assert.Equal(Many, Score(transformer, Data(Many)).Length);

        Assert.Equal(Many, _engine!.Batches.Sum());
        Assert.InRange(_engine.Batches.Count, 1, 6);
    }

    [Fact]
    public void A_row_by_itself_gets_the_result_of_its_batch()
    {
        var transformer = Transformer();
        var batched = Score(transformer, Data(60));

        using var predictions = _context.Model.CreatePredictionEngine<Said, Scored>(transformer, new PredictionEngineOptions { OwnsTransformer = false });

        foreach (var row in batched)
            AssertSame(row, predictions.Predict(new Said { Text = row.Text, Number = row.Number }));
    }

    [Fact]
    public void Columns_pass_through_and_new_ones_say_what_their_numbers_mean()
    {
        var view = Transformer().Transform(Data(40));

        Assert.Equal(["Text", "Before", "Number", "Label", "PredictedLabel", "Score"], view.Schema.Select(column => column.Name));
        Assert.Equal(new KeyDataViewType(typeof(uint), 6), view.Schema["PredictedLabel"].Type);
        Assert.Equal(new VectorDataViewType(NumberDataViewType.Single, 6), view.Schema["Score"].Type);
        VBuffer<ReadOnlyMemory<char>> names = default;
        view.Schema["PredictedLabel"].GetKeyValues(ref names);
        Assert.Equal(RandomBundle.Labels, names.DenseValues().Select(name => name.ToString()));
        view.Schema["Score"].GetSlotNames(ref names);
        Assert.Equal(RandomBundle.Labels, names.DenseValues().Select(name => name.ToString()));
        Assert.Equal(Enumerable.Range(0, 40), view.GetColumn<int>("Number"));
        Assert.Equal(RandomBundle.Sentences(40), view.GetColumn<string>("Text"));
        Assert.Equal(40, view.GetColumn<uint>("PredictedLabel").Count());
        Assert.Equal(40, view.GetRowCount());
    }

    [Fact]
    public void Nothing_is_scored_where_no_score_is_asked_for()
    {
        var view = Transformer().Transform(Data(40));

        using var cursor = view.GetRowCursor([view.Schema["Number"]]);

        Assert.True(cursor.MoveNext());
        Assert.False(cursor.IsColumnActive(view.Schema["Score"]));
        Assert.False(cursor.IsColumnActive(view.Schema["Text"]));
        Assert.Contains("'Score'", Assert.Throws<InvalidOperationException>(() => cursor.GetGetter<VBuffer<float>>(view.Schema["Score"])).Message, StringComparison.Ordinal);
        Assert.Empty(_engine!.Batches);
    }

    [Fact]
    public void A_column_is_read_as_its_own_type_only()
    {
        var view = Transformer().Transform(Data(1));

        using var cursor = view.GetRowCursor(view.Schema);

        Assert.Contains("'Score'", Assert.Throws<InvalidOperationException>(() => cursor.GetGetter<float>(view.Schema["Score"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_are_passed_over_are_not_mixed_up_with_those_that_are_read()
    {
        var transformer = Transformer();
        var all = Score(transformer, Data(Many));
        var view = transformer.Transform(Data(Many));

        using var cursor = view.GetRowCursor([view.Schema["PredictedLabel"]]);
        var label = cursor.GetGetter<uint>(view.Schema["PredictedLabel"]);

        uint value = 0;
        while (cursor.MoveNext())
            if (cursor.Position is 7 or 8 or 290)
            {
                label(ref value);
                Assert.Equal(all[cursor.Position].PredictedLabel, value);
            }
        Assert.InRange(_engine!.Batches.Sum() - Many, 3, Many - 1);
    }

    [Fact]
    public void Several_cursors_move_by_themselves()
    {
        var transformer = Transformer();
        var expected = Score(transformer, Data(Many));
        var view = transformer.Transform(Data(Many));
        var scored = _context.Data.CreateEnumerable<Scored>(view, reuseRowObject: false);

        // One ahead of the other, and others on other threads.
        Assert.All(scored.Zip(scored.Skip(5)).Zip(expected.Zip(expected.Skip(5))), pairs =>
        {
            AssertSame(pairs.Second.First, pairs.First.First);
            AssertSame(pairs.Second.Second, pairs.First.Second);
        });
        Parallel.For(0, 4, _ => Assert.All(scored.Zip(expected), pair => AssertSame(pair.Second, pair.First)));
        Assert.All(view.GetRowCursorSet(view.Schema, 4), cursor => cursor.Dispose());
    }

    [Fact]
    public void Shuffled_rows_keep_their_scores_and_their_batches()
    {
        var transformer = Transformer();
        var expected = Score(transformer, Data(Many)).ToDictionary(row => row.Number);

        var shuffled = Score(transformer, _context.Data.ShuffleRows(Data(Many), seed: 3));
        var view = transformer.Transform(_context.Data.Cache(Data(Many)));
        _engine!.Batches.Clear();
        using var cursor = view.GetRowCursor(view.Schema, new Random(5));
        var (number, label) = (cursor.GetGetter<int>(view.Schema["Number"]), cursor.GetGetter<uint>(view.Schema["PredictedLabel"]));

        Assert.NotEqual(Enumerable.Range(0, Many), shuffled.Select(row => row.Number));
        Assert.All(shuffled, row => AssertSame(expected[row.Number], row));
        var (place, key, order) = (0, 0u, new List<int>());
        while (cursor.MoveNext())
        {
            number(ref place);
            label(ref key);
            order.Add(place);
            Assert.Equal(expected[place].PredictedLabel, key);
        }
        Assert.Equal(Enumerable.Range(0, Many), order.Order());
        Assert.NotEqual(Enumerable.Range(0, Many), order);
        Assert.InRange(_engine.Batches.Count, 1, 6);
    }

    [Fact]
    public void A_source_that_changes_from_one_reading_to_the_next_is_scored_as_it_is_read()
    {
        var transformer = Transformer();
        var expected = Score(transformer, Data(Many)).ToDictionary(row => row.Text);
        var readings = 0;
        // Each reading begins at another row, and later ones are longer.
        IEnumerable<Said> Changing()
        {
            var reading = Interlocked.Increment(ref readings);
            foreach (var row in Rows(Many).Skip(20 - 3 * reading))
                yield return row;
        }

        var rows = Score(transformer, _context.Data.LoadFromEnumerable(Changing()));

        Assert.True(readings > 1, "The source should be read twice at once.");
        Assert.InRange(rows.Length, Many - 20, Many);
        Assert.All(rows, row => AssertSame(expected[row.Text], row));
    }

    [Fact]
    public void What_was_said_before_is_read_from_its_column()
    {
        var transformer = Transformer(new BertIntentColumns { Context = "Before" });
        string[] texts = RandomBundle.Sentences(20);

        var rows = Score(transformer, _context.Data.LoadFromEnumerable(texts.Select((text, i) => new Said { Text = text, Before = i % 2 == 0 ? "" : "pay my invoice", Number = i })));

        using var classifier = new IntentClassifier(Bundle);
        Assert.All(rows, row =>
        {
            var with = classifier.Classify(row.Text, "pay my invoice").Confidence;
            var without = classifier.Classify(row.Text).Confidence;
            Assert.NotEqual(with, without, Rounding);
            Assert.Equal(row.Number % 2 == 0 ? without : with, row.Score.Max(), Rounding);
        });
    }

    [Fact]
    public void Labels_are_in_the_order_of_the_key_so_that_they_are_evaluated_by_it()
    {
        string[] keys = ["refund", "unheard of", "pay", "explain", "deliver", "change", "cancel"];
        var usual = Score(Transformer(), Data(Many));
        var labelled = _context.Data.LoadFromEnumerable(Rows(Many).Zip(usual, (row, scored) => new Said
        {
            Text = row.Text,
            Label = RandomBundle.Labels[scored.PredictedLabel - 1],
        }));
        var known = _context.Data.LoadFromEnumerable(keys.Select(key => new Said { Label = key }));
        var data = _context.Transforms.Conversion.MapValueToKey("Label", keyData: _context.Data.LoadFromEnumerable(keys.Select(key => new Key { Label = key }))).Fit(known).Transform(labelled);

        var metrics = _context.MulticlassClassification.Evaluate(Transformer(new BertIntentColumns { KeyValues = keys }).Transform(data));

        Assert.Equal(1, metrics.MicroAccuracy);
        Assert.Equal(7, metrics.ConfusionMatrix.NumberOfClasses);
        Assert.InRange(metrics.LogLoss, 0.01, 2);
    }

    [Fact]
    public void None_of_these_is_a_missing_key()
    {
        var bundle = RandomBundle.Create(none: new NoneRule(NoneScore.Probability, 0.6));

        var rows = Score(Transformer(bundle: bundle), Data(Many));

        Assert.All(rows, row => Assert.Equal(row.Score.Max() < 0.6, row.PredictedLabel == 0));
        Assert.All(rows, row => Assert.Equal(1, row.Score.Sum(), Rounding));
        Assert.Contains(rows, row => row.PredictedLabel == 0);
        Assert.Contains(rows, row => row.PredictedLabel != 0);
    }

    [Fact]
    public void None_of_these_is_the_key_of_that_name_and_has_the_highest_score()
    {
        var bundle = RandomBundle.Create(none: new NoneRule(NoneScore.Probability, 0.6));
        var plain = Score(Transformer(bundle: bundle), Data(Many));
        var columns = new BertIntentColumns { KeyValues = ["oos", .. RandomBundle.Labels], None = "oos" };
        var view = Transformer(columns, bundle).Transform(Data(Many));

        uint[] keys = [.. view.GetColumn<uint>("PredictedLabel")];
        float[][] scores = [.. view.GetColumn<float[]>("Score")];

        for (var row = 0; row < Many; row++)
        {
            Assert.Equal(plain[row].PredictedLabel + 1, keys[row]);
            Assert.Equal(keys[row] - 1, (uint)TensorPrimitives.IndexOfMax<float>(scores[row]));
            Assert.Equal(1, scores[row].Sum(), Rounding);
        }
        Assert.Contains(1u, keys);
    }

    [Fact]
    public void A_column_that_is_missing_or_no_text_is_named()
    {
        Assert.Contains("'Sentence'", Assert.Throws<ArgumentException>(() => Transformer(new BertIntentColumns { Text = "Sentence" }).Transform(Data(1))).Message, StringComparison.Ordinal);
        Assert.Contains("'Number'", Assert.Throws<ArgumentException>(() => Transformer(new BertIntentColumns { Text = "Number" }).GetOutputSchema(Data(1).Schema)).Message, StringComparison.Ordinal);
        Assert.Contains("'Earlier'", Assert.Throws<ArgumentException>(() => Transformer(new BertIntentColumns { Context = "Earlier" }).GetRowToRowMapper(Data(1).Schema)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Key_values_have_each_label_of_the_model_once()
    {
        Assert.Contains("'refund'", Assert.Throws<InvalidDataException>(() => new BertIntentTransformer(Bundle, new BertIntentColumns { KeyValues = RandomBundle.Labels[..^1] })).Message, StringComparison.Ordinal);
        Assert.Contains("'pay'", Assert.Throws<InvalidDataException>(() => new BertIntentTransformer(Bundle, new BertIntentColumns { KeyValues = [.. RandomBundle.Labels, "pay"] })).Message, StringComparison.Ordinal);
        Assert.Contains("'oos'", Assert.Throws<InvalidDataException>(() => new BertIntentTransformer(Bundle, new BertIntentColumns { None = "oos" })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_gives_any_number_of_labels_is_refused() =>
        Assert.Contains("any number of labels", Assert.Throws<InvalidDataException>(() => new BertIntentTransformer(RandomBundle.Create(HeadKind.AnyLabels))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_saved_bundle_comes_back_with_its_columns_and_results()
    {
        var columns = new BertIntentColumns { Context = "Before", Score = "Probabilities", KeyValues = [.. RandomBundle.Labels.Reverse()] };
        var transformer = Transformer(columns);
        transformer.SaveTo(_folder.FullName);

        var loaded = Keep(BertIntentTransformer.Load(_folder.FullName));

        Assert.Equal(columns with { KeyValues = null }, loaded.Columns with { KeyValues = null });
        Assert.Equal(columns.KeyValues, loaded.Columns.KeyValues);
        Assert.Equal(transformer.Transform(Data(50)).GetColumn<uint>("PredictedLabel"), loaded.Transform(Data(50)).GetColumn<uint>("PredictedLabel"));
        using var classifier = IntentClassifier.Load(_folder.FullName);
        Assert.Equal(RandomBundle.Labels, classifier.Manifest.Heads[0].Labels);
    }

    [Fact]
    public void A_bundle_that_never_was_in_ML_NET_has_the_usual_columns()
    {
        Bundle.Write(_folder.FullName);

        Assert.Equal(new BertIntentColumns(), Keep(BertIntentTransformer.Load(_folder.FullName)).Columns);
    }

    [Theory]
    [InlineData("""{ "text": null }""")]
    [InlineData("""{ "keyValues": ["pay", null] }""")]
    [InlineData("null")]
    [InlineData("{")]
    public void Columns_that_cannot_be_read_are_named(string json)
    {
        Bundle.Write(_folder.FullName, more: new Dictionary<string, string> { ["columns.json"] = json });

        Assert.Contains("columns.json", Assert.Throws<InvalidDataException>(() => BertIntentTransformer.Load(_folder.FullName)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chain_with_it_cannot_be_saved_by_ML_NET_and_says_what_to_do()
    {
        var data = Data(10);
        var chain = new TransformerChain<ITransformer>(Transformer(), _context.Transforms.CopyColumns("Copy", "Number").Fit(data));

        var problem = Assert.Throws<NotSupportedException>(() => _context.Model.Save(chain, data.Schema, Path.Combine(_folder.FullName, "model.zip")));

        Assert.Contains("BertIntentTransformer.SaveTo", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chain_disposes_of_it_and_nothing_is_scored_afterwards()
    {
        var transformer = Transformer();
        var view = transformer.Transform(Data(10));
        using var cursor = view.GetRowCursor(view.Schema);
        var label = cursor.GetGetter<uint>(view.Schema["PredictedLabel"]);
        Assert.True(cursor.MoveNext());

        new TransformerChain<ITransformer>(transformer).Dispose();

        uint value = 0;
        Assert.Throws<ObjectDisposedException>(() => label(ref value));
        Assert.True(_engine!.IsDisposed);
    }

    [Fact]
    public void Rows_without_a_text_are_scored_too()
    {
        var rows = Score(Transformer(), _context.Data.LoadFromEnumerable([new Said(), new Said { Text = " " }]));

        Assert.All(rows, row => Assert.Equal(1, row.Score.Sum(), Rounding));
        Assert.Empty(Score(Transformer(), _context.Data.LoadFromEnumerable(Array.Empty<Said>())));
    }

    private static IEnumerable<Said> Rows(int count) => RandomBundle.Sentences(count).Select((text, i) => new Said { Text = text, Number = i });

    private static void AssertSame(Scored expected, Scored actual)
    {
        Assert.Equal((expected.Text, expected.Number, expected.PredictedLabel), (actual.Text, actual.Number, actual.PredictedLabel));
        Assert.Equal(expected.Score.Length, actual.Score.Length);
        Assert.InRange(TensorPrimitives.Distance<float>(expected.Score, actual.Score), 0, Rounding);
    }

    private IDataView Data(int count) => _context.Data.LoadFromEnumerable(Rows(count).ToArray());

    private Scored[] Score(BertIntentTransformer transformer, IDataView data) =>
        [.. _context.Data.CreateEnumerable<Scored>(transformer.Transform(data), reuseRowObject: false)];

    private BertIntentTransformer Transformer(BertIntentColumns? columns = null, Bundle? bundle = null) =>
        Keep(new BertIntentTransformer(bundle ?? Bundle, columns, model => _engine = new CountingEngine(model)));

    private T Keep<T>(T disposable) where T : IDisposable
    {
        _disposables.Add(disposable);
        return disposable;
    }

    private sealed class Key
    {
        public string Label { get; set; } = "";
    }
}
