using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Metrics;
using ProfitPlanner.Intents.Tokens;
using ProfitPlanner.Intents.Training.Encoder;
using ProfitPlanner.Intents.Training.FineTuning;
using ProfitPlanner.Intents.Training.Tests.DataSets;
using TorchSharp;

namespace ProfitPlanner.Intents.Training.Tests.FineTuning;

[Collection(TorchCollection.Name)]
public sealed class FineTunerTests
{
    private static readonly Head[] Intent = [new(Head.Intent, HeadKind.OneLabel, ["a", "b", "c"])];

    private static readonly TrainingText[] Texts = MadeUpTexts.Of(labels: 3, count: 72);

    private static readonly TrainingText[] Dev = MadeUpTexts.Of(labels: 3, count: 30, seed: 1);

    private static readonly FineTuneOptions Options = MadeUpTexts.Options;

    private static readonly FineTuneOptions Short = Options with { Epochs = 4 };

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void What_words_say_is_learnt(double consistency)
    {
        var told = new Told();

        var model = Train(Options with { Consistency = consistency }, dev: Dev, progress: told);

        Assert.InRange(Accuracy(model, Texts), 0.98, 1);
        Assert.InRange(Accuracy(model, MadeUpTexts.Of(labels: 3, count: 60, seed: 2)), 0.95, 1);
        Assert.True(told.Reports[^1].Loss < told.Reports[0].Loss / 1.5);
        Assert.Equal(Accuracy(model, Dev), told.Reports[^1].Dev!.Value, 0.05);
        Assert.Equal((120, 120), (told.Reports[^1].Step, told.Reports[^1].Steps));
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_and_another_does_not()
    {
        var bits = Train(Short, dev: Dev).Weights.Bits();

        Assert.Equal(bits, Train(Short, dev: Dev).Weights.Bits());
        Assert.NotEqual(bits, Train(Short with { Seed = 2 }, dev: Dev).Weights.Bits());
    }

    [Theory]
    [InlineData(10, 1)]
    [InlineData(20, 3)]
    public void A_run_that_was_killed_goes_on_to_the_same_bits(int step, int done)
    {
        using var folder = new TemporaryFolder();
        var options = Short with { Consistency = 0.5 };
        Kill(options, step, folder.Path);
        Assert.Equal([$"step-{6 * done}"], Directory.GetDirectories(folder.Path).Select(Path.GetFileName));
        var told = new Told();

        var resumed = Train(options, dev: Dev, checkpoints: folder.Path, progress: told);

        Assert.Equal(step == 10 ? [10, 20] : [20], told.Reports.Select(report => report.Step));
        Assert.Equal(Train(options, dev: Dev).Weights.Bits(), resumed.Weights.Bits());
        // And one that had come to its end is not trained again.
        var again = new Told();
        Assert.Equal(resumed.Weights.Bits(), Train(options, dev: Dev, checkpoints: folder.Path, progress: again).Weights.Bits());
        Assert.Empty(again.Reports);
    }

    [Fact]
    public void Another_purpose_does_not_go_on()
    {
        var start = RandomModel.Create(MadeUpTexts.Config, [], seed: 1).Weights;

        Assert.All((Func<string?, Told, BertModel>[])
        [
            (folder, told) => Train(Short with { Seed = 3 }, dev: Dev, checkpoints: folder, progress: told),
            (folder, told) => Train(Short, dev: [], checkpoints: folder, progress: told),
            (folder, told) => Train(Short, Texts[1..], dev: Dev, checkpoints: folder, progress: told),
            (folder, told) => Train(Short, dev: Dev, start: start, checkpoints: folder, progress: told),
            (folder, told) => Train(Short, dev: Dev, heads: [Intent[0] with { Kind = HeadKind.AnyLabels }], checkpoints: folder, progress: told),
        ], train =>
        {
            using var folder = new TemporaryFolder();
            Kill(Short, 20, folder.Path);
            var told = new Told();

            var bits = train(folder.Path, told).Weights.Bits();

            Assert.Equal(10, told.Reports[0].Step);
            Assert.Equal(train(null, told).Weights.Bits(), bits);
        });
    }

    [Fact]
    public void Other_weights_to_begin_with_do_not_go_on()
    {
        using var folder = new TemporaryFolder();
        Train(Short, dev: Dev, start: RandomModel.Create(MadeUpTexts.Config, [], seed: 1).Weights, checkpoints: folder.Path);
        var told = new Told();

        Train(Short, dev: Dev, start: RandomModel.Create(MadeUpTexts.Config, [], seed: 2).Weights, checkpoints: folder.Path, progress: told);

        Assert.Equal(10, told.Reports[0].Step);
    }

    [Fact]
    public void Heads_of_every_kind_learn_from_the_rows_that_speak_of_them()
    {
        Head[] heads = [Intent[0], new("topics", HeadKind.AnyLabels, ["a", "b"]), new("words", HeadKind.TokenLabels, ["other", "b"])];
        TrainingText[] rows = [.. Texts.Select((text, i) => text with
        {
            Targets =
            [
                i % 4 == 0 ? null : text.Targets[0],
                i % 4 == 1 ? null : Topics(text),
                i % 4 == 2 ? null : Words(text),
            ],
        })];

        var model = Train(Options with { Epochs = 30 }, rows, heads: heads);

        using var engine = TorchEngine.Create(model, threads: 1);
        var (rightTopics, rightWords, words) = (0, 0, 0);
        foreach (var text in Texts)
        {
            var logits = engine.Run(TokenBatch.Of([text.Tokens])).Logits;
            rightTopics += Enumerable.Range(0, 2).Where(label => logits["topics"][label] > 0).SequenceEqual(Topics(text)) ? 1 : 0;
            var expected = Words(text);
            words += expected.Count(label => label >= 0);
            rightWords += expected.Where((label, i) => label >= 0 && (logits["words"][2 * i + 1] > logits["words"][2 * i] ? 1 : 0) == label).Count();
        }
        Assert.InRange(Accuracy(model, Texts), 0.98, 1);
        Assert.InRange((double)rightTopics / Texts.Length, 0.98, 1);
        Assert.InRange((double)rightWords / words, 0.98, 1);

        static int[] Topics(TrainingText text) => text.Targets[0]![0] switch { 0 => [0], 1 => [0, 1], _ => [] };
        static int[] Words(TrainingText text) => [.. text.Tokens.Ids.Select(id => id < MadeUpTexts.Word(0) ? -1 : id == MadeUpTexts.Word(1) ? 1 : 0)];
    }

    [Fact]
    public void Texts_that_are_none_of_the_labels_get_flat_probabilities()
    {
        TrainingText[] none = [.. Enumerable.Range(0, 36).Select(i => new TrainingText(MadeUpTexts.Sequence(-1, 500 + i), [[]]))];

        var model = Train(Options with { LabelSmoothing = 0 }, [.. Texts, .. none]);

        Assert.InRange(Accuracy(model, Texts), 0.98, 1);
        Assert.InRange(Enumerable.Range(0, 30).Average(i => Probabilities(model, MadeUpTexts.Sequence(-1, 900 + i)).Max()), 1 / 3.0, 0.55);
        Assert.InRange(Texts.Average(text => Probabilities(model, text.Tokens).Max()), 0.9, 1);
    }

    // Without any dropout both passes are the same. The weight is great as the logits of a new head are small.
    [Fact]
    public void Two_passes_cost_what_they_differ()
    {
        var sober = MadeUpTexts.Config with { HiddenDropoutProb = 0, AttentionProbsDropoutProb = 0 };

        double Loss(BertConfig config, double consistency, double tokens)
        {
            var told = new Told();
            new FineTuner(config, Intent, MadeUpTexts.Vocabulary, Short with { Epochs = 2, LearningRate = 1e-6, Consistency = consistency, TokenDropout = tokens })
                .Train(RandomModel.Create(config, [], seed: 1).Weights, Texts, [], progress: told, cancellationToken: TestContext.Current.CancellationToken);
            return told.Reports[0].Loss;
        }

        Assert.Equal(Loss(sober, 0, 0), Loss(sober, 1e6, 0), 1e-4);
        Assert.True(Loss(MadeUpTexts.Config, 1e6, 0) > Loss(MadeUpTexts.Config, 0, 0) + 0.01);
        Assert.True(Loss(sober, 1e6, 0.3) > Loss(sober, 0, 0.3) + 0.01);
    }

    // Dev says that all texts mean what most do: that is true of the network's first guesses, and of none once it has learnt.
    [Fact]
    public void Training_stops_where_dev_gets_worse_and_keeps_the_best_epoch()
    {
        TrainingText[] texts = [.. MadeUpTexts.Of(labels: 4, count: 80).Select(text => text with { Targets = [text.Targets[0] is [3] ? [1] : [0]] })];
        TrainingText[] dev = [.. texts.Where(text => text.Targets[0] is [1]).Select(text => text with { Targets = [[0]] })];
        var told = new Told();

        var model = Train(Options with { Epochs = 40, Patience = 3, LearningRate = 3e-3 }, texts, dev, progress: told);

        Assert.True(told.Reports[^1].Step < told.Reports[^1].Steps - 10);
        Assert.Equal(told.Reports[^1].Dev!.Value, Accuracy(model, dev), 1e-9);
        Assert.InRange(Accuracy(model, dev), 0.5, 1);
    }

    [Fact]
    public void Steps_leave_no_tensor_behind()
    {
        var alive = new List<long>();

        Train(Options with { Epochs = 10, Consistency = 1 }, dev: Dev, progress: new Told(_ => alive.Add(DisposeScopeManager.Statistics.ThreadTotalLiveCount)));

        Assert.Equal(6, alive.Count);
        Assert.Single(alive.Distinct());
    }

    private static BertModel Train(
        FineTuneOptions options, TrainingText[]? texts = null, TrainingText[]? dev = null, SafeTensors? start = null, Head[]? heads = null,
        string? checkpoints = null, Told? progress = null) =>
        new FineTuner(MadeUpTexts.Config, heads ?? Intent, MadeUpTexts.Vocabulary, options)
            .Train(start, texts ?? Texts, dev ?? [], checkpoints, progress, TestContext.Current.CancellationToken);

    private static void Kill(FineTuneOptions options, int step, string checkpoints)
    {
        using var source = new CancellationTokenSource();
        var kill = new Told(report =>
        {
            if (report.Step == step)
                source.Cancel();
        });
        Assert.ThrowsAny<OperationCanceledException>(() => new FineTuner(MadeUpTexts.Config, Intent, MadeUpTexts.Vocabulary, options)
            .Train(null, Texts, Dev, checkpoints, kill, source.Token));
    }

    private static float[] Probabilities(BertModel model, TokenSequence text)
    {
        using var engine = TorchEngine.Create(model, threads: 1);
        return Logits.Softmax(engine.Run(TokenBatch.Of([text])).Logits[Head.Intent]);
    }

    private static double Accuracy(BertModel model, TrainingText[] texts)
    {
        using var engine = TorchEngine.Create(model, threads: 1);
        var labels = model.Heads[0].Labels.Count;
        var logits = engine.Run(TokenBatch.Of([.. texts.Select(text => text.Tokens)])).Logits[Head.Intent].Chunk(labels);
        return logits.Zip(texts, (row, text) => Array.IndexOf(row, row.Max()) == text.Targets[0]![0] ? 1.0 : 0).Average();
    }
}
