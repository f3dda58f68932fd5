using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Ngrams;
using ProfitPlanner.Intents.Training.Ngrams;

namespace ProfitPlanner.Intents.Training.Tests.Ngrams;

public sealed class LinearTrainerTests
{
    private static readonly string[] Things = ["card", "order", "parcel", "invoice", "account", "卡"];

    private static readonly string[] Requests = ["where is my {0}", "cancel the {0} please", "thanks for the {0}"];

    private static readonly LinearExample[] Rows =
        [.. Requests.SelectMany((request, label) => Things.Select(thing => new LinearExample(string.Format(null, request, thing), label)))];

    [Fact]
    public void What_was_said_is_told_from_what_it_was_said_of()
    {
        var model = LinearTrainer.Train(Rows, 3, new LinearOptions(), TestContext.Current.CancellationToken);

        Assert.Equal(HeadKind.OneLabel, model.Kind);
        Assert.Equal([0, 1, 2], Requests.Select(request => Best(model.Logits(string.Format(null, request, "cheque")))));
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_and_another_does_not()
    {
        var options = new LinearOptions { Seed = 7 };
        var bits = Bits(options);

        Assert.Equal(bits, Bits(options));
        Assert.NotEqual(bits, Bits(options with { Seed = 8 }));
    }

    [Fact]
    public void Any_labels_are_learnt_each_for_itself()
    {
        LinearExample[] rows =
        [
            .. Things.Select(thing => new LinearExample($"where is my {thing}", [0])),
            .. Things.Select(thing => new LinearExample($"cancel the {thing}", [1])),
            .. Things.Select(thing => new LinearExample($"where is my {thing} or else cancel the {thing}", [0, 1])),
            .. Things.Select(thing => new LinearExample($"nice {thing}", [])),
        ];
        var model = LinearTrainer.Train(rows, 2, new LinearOptions { Kind = HeadKind.AnyLabels }, TestContext.Current.CancellationToken);

        Assert.Equal(HeadKind.AnyLabels, model.Kind);
        Assert.Equal([true, false], Given("where is my cheque"));
        Assert.Equal([false, true], Given("cancel the cheque"));
        Assert.Equal([true, true], Given("where is my cheque or else cancel the cheque"));
        Assert.Equal([false, false], Given("nice cheque"));

        bool[] Given(string text) => [.. model.Logits(text).Select(logit => logit > 0)];
    }

    [Fact]
    public void What_is_none_of_the_labels_is_learnt_as_the_opposite_of_each()
    {
        LinearExample[] none = [.. Things.Select(thing => new LinearExample($"sing me the song of the {thing}", []))];
        double Greatest(LinearModel model) => model.Logits("sing me the song of the cheque").Max();

        var with = LinearTrainer.Train([.. Rows, .. none], 3, new LinearOptions(), TestContext.Current.CancellationToken);
        var without = LinearTrainer.Train(Rows, 3, new LinearOptions(), TestContext.Current.CancellationToken);

        Assert.True(Greatest(with) < Greatest(without) - 1);
        Assert.Equal([0, 1, 2], Requests.Select(request => Best(with.Logits(string.Format(null, request, "cheque")))));
    }

    [Fact]
    public void What_was_said_before_can_decide()
    {
        LinearExample[] rows =
        [
            .. Things.Select(thing => new LinearExample("yes please", 0, $"shall I cancel the {thing}")),
            .. Things.Select(thing => new LinearExample("yes please", 1, $"shall I send the {thing}")),
        ];
        var model = LinearTrainer.Train(rows, 2, new LinearOptions(), TestContext.Current.CancellationToken);

        Assert.Equal(0, Best(model.Logits("yes please", "shall I cancel the cheque")));
        Assert.Equal(1, Best(model.Logits("yes please", "shall I send the cheque")));
    }

    [Fact]
    public void A_cancelled_training_ends()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => LinearTrainer.Train(Rows, 3, new LinearOptions(), source.Token));
    }

    [Fact]
    public void Rows_that_cannot_be_learnt_from_are_named()
    {
        Assert.Contains("no rows", Refusal([], new LinearOptions()), StringComparison.Ordinal);
        Assert.Contains("Row 2 has the label 3", Refusal([new("a b", 0), new("a c", 3)], new LinearOptions()), StringComparison.Ordinal);
        Assert.Contains("No n-gram", Refusal([new("ab", 0), new("cd", 1)], new LinearOptions { Ngrams = new NgramOptions { Least = 3 } }), StringComparison.Ordinal);
    }

    private static string Refusal(LinearExample[] rows, LinearOptions options) => Assert.Throws<InvalidDataException>(
        () => LinearTrainer.Train(rows, 3, options, TestContext.Current.CancellationToken)).Message;

    private static byte[] Bits(LinearOptions options)
    {
        var file = new SafeTensors();
        LinearTrainer.Train(Rows, 3, options, TestContext.Current.CancellationToken).AddTo(file);
        return [.. file.Names.SelectMany(name => file[name].Bytes.ToArray())];
    }

    private static int Best(float[] logits) => Array.IndexOf(logits, logits.Max());

    // Progress<T> reports on another thread, later.
}
