using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Intents.Tokens;
using ProfitPlanner.Intents.Training.Encoder;
using ProfitPlanner.Intents.Training.Pretraining;
using ProfitPlanner.Intents.Training.Tests.DataSets;
using TorchSharp;

namespace ProfitPlanner.Intents.Training.Tests.Pretraining;

[Collection(TorchCollection.Name)]
public sealed class PretrainerTests
{
    // Words in pairs: where one is hidden, the other tells it.
    private static readonly string[] Texts =
        [.. Enumerable.Range(0, 200).Select(i => new Random(i)).Select(random => string.Join(' ', Enumerable.Range(0, 2).Select(_ => random.Next(15)).Select(pair => $"w{2 * pair} w{2 * pair + 1}")))];

    private static readonly PretrainOptions Options = new() { Epochs = 4, BatchSize = 20, LearningRate = 1e-2, WarmUpSteps = 10, CheckpointEvery = 15, Threads = 1 };

    [Fact]
    public void Which_words_belong_together_is_learnt()
    {
        var told = new Told();

        var (encoder, loss) = Train(Options with { Epochs = 30 }, progress: told);

        // Of 34 tokens: no better than chance at first.
        Assert.InRange(told.Reports[0].Loss, 3.3, 4);
        Assert.InRange(loss, 0, 2.9);
        Assert.Equal(loss, told.Reports[^1].Loss);
        Assert.Equal((300, 300), (told.Reports[^1].Step, told.Reports[^1].Steps));
        using var network = new BertEncoder(MadeUpTexts.Config);
        BertWeights.Load(network, encoder);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_and_another_does_not()
    {
        var bits = Train(Options).Encoder.Bits();

        Assert.Equal(bits, Train(Options).Encoder.Bits());
        Assert.NotEqual(bits, Train(Options with { Seed = 2 }).Encoder.Bits());
    }

    // Ten steps make an epoch and fifteen a checkpoint.
    [Theory]
    [InlineData(10, null, 10)]
    [InlineData(20, 15, 20)]
    [InlineData(30, 30, 40)]
    public void A_run_that_was_killed_goes_on_to_the_same_bits(int step, int? from, int next)
    {
        using var folder = new TemporaryFolder();
        using var source = new CancellationTokenSource();
        var kill = new Told(report =>
        {
            if (report.Step == step)
                source.Cancel();
        });
        Assert.ThrowsAny<OperationCanceledException>(() => Trainer(Options).Train(null, Texts, folder.Path, kill, source.Token));
        Assert.Equal(from is null ? [] : [$"step-{from}"], Directory.GetDirectories(folder.Path).Select(Path.GetFileName));
        var told = new Told();

        var resumed = Train(Options, checkpoints: folder.Path, progress: told);

        var whole = Train(Options);
        Assert.Equal((next, whole.Loss), (told.Reports[0].Step, resumed.Loss));
        Assert.Equal(whole.Encoder.Bits(), resumed.Encoder.Bits());
    }

    [Fact]
    public void Another_purpose_does_not_go_on()
    {
        var (one, other) = (RandomModel.Create(MadeUpTexts.Config, [], seed: 1).Weights, RandomModel.Create(MadeUpTexts.Config, [], seed: 2).Weights);

        Assert.All((Action<string, Told>[])
        [
            (folder, told) => Train(Options with { Seed = 2 }, one, Texts, folder, told),
            (folder, told) => Train(Options, one, Texts[1..], folder, told),
            (folder, told) => Train(Options, other, Texts, folder, told),
            (folder, told) => Train(Options, null, Texts, folder, told),
        ], train =>
        {
            using var folder = new TemporaryFolder();
            Train(Options, one, Texts, folder.Path);
            var told = new Told();

            train(folder.Path, told);

            Assert.Equal(10, told.Reports[0].Step);
        });
    }

    [Fact]
    public void Weights_to_begin_with_are_gone_on_from()
    {
        var start = Train(Options with { Epochs = 30 }).Encoder;
        var (again, anew) = (new Told(), new Told());

        Train(Options, start, progress: again);
        Train(Options, progress: anew);

        Assert.True(again.Reports[0].Loss < anew.Reports[0].Loss - 0.3);
    }

    [Fact]
    public void Steps_leave_no_tensor_behind()
    {
        using var folder = new TemporaryFolder();
        var alive = new List<long>();

        Train(Options with { CheckpointEvery = 5 }, checkpoints: folder.Path, progress: new Told(_ => alive.Add(DisposeScopeManager.Statistics.ThreadTotalLiveCount)));

        Assert.Equal(4, alive.Count);
        Assert.Single(alive.Distinct());
    }

    [Fact]
    public void Texts_longer_than_the_encoder_reads_are_cut() =>
        Assert.InRange(Train(Options with { Epochs = 1, MaxLength = 64 }, texts: [string.Join(' ', Texts)]).Loss, 0, 10);

    [Fact]
    public void Without_a_word_there_is_nothing_to_learn() =>
        Assert.Contains("no text", Assert.Throws<InvalidDataException>(() => Train(Options, texts: ["", " \t"])).Message, StringComparison.Ordinal);

    private static Pretrainer Trainer(PretrainOptions options) => new(MadeUpTexts.Config, new BertTokenizer(MadeUpTexts.Vocabulary), options);

    private static (SafeTensors Encoder, double Loss) Train(
        PretrainOptions options, SafeTensors? start = null, string[]? texts = null, string? checkpoints = null, Told? progress = null) =>
        Trainer(options).Train(start, texts ?? Texts, checkpoints, progress, TestContext.Current.CancellationToken);
}
