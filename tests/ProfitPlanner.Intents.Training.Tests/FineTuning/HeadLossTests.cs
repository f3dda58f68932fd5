using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Training.FineTuning;
using ProfitPlanner.Intents.Training.Native;
using static TorchSharp.torch;

namespace ProfitPlanner.Intents.Training.Tests.FineTuning;

[Collection(TorchCollection.Name)]
public sealed class HeadLossTests
{
    private const double Smoothing = 0.2;

    private static readonly FineTuneOptions Options = new() { LabelSmoothing = Smoothing };

    private static readonly float[][] Logits = [[1.5f, -0.5f, 0.25f], [0, 2, -3], [-1, 0.5f, 4], [0.1f, 0.2f, 0.3f]];

    public HeadLossTests() => LibTorch.Require(threads: 1);

    [Fact]
    public void One_label_is_learnt_with_a_little_of_the_others()
    {
        var loss = Loss(HeadKind.OneLabel, Text([2]), Text(null), Text([0]), Text([1]));

        double[] Wanted(int label) => [.. Enumerable.Range(0, 3).Select(i => Smoothing / 3 + (i == label ? 1 - Smoothing : 0))];
        Assert.Equal((CrossEntropy(Logits[0], Wanted(2)) + CrossEntropy(Logits[2], Wanted(0)) + CrossEntropy(Logits[3], Wanted(1))) / 3, loss!.Value, 1e-6);
    }

    [Fact]
    public void A_text_that_is_none_of_the_labels_is_to_have_equal_probabilities() =>
        Assert.Equal(CrossEntropy(Logits[0], [1 / 3.0, 1 / 3.0, 1 / 3.0]), Loss(HeadKind.OneLabel, Text([]))!.Value, 1e-6);

    [Fact]
    public void Any_labels_are_learnt_each_for_itself()
    {
        var loss = Loss(HeadKind.AnyLabels, Text([0, 2]), Text([]), Text(null));

        Assert.Equal((Binary(Logits[0], [0.9, 0.1, 0.9]) + Binary(Logits[1], [0.1, 0.1, 0.1])) / 2, loss!.Value, 1e-6);
    }

    [Fact]
    public void Tokens_are_learnt_where_they_count()
    {
        var loss = new HeadLoss(HeadOf(HeadKind.TokenLabels), 0, Options).Of(tensor([.. Logits.SelectMany(row => row)], [2, 2, 3]), [Text([-1, 1]), Text([2])]);

        Assert.Equal((CrossEntropy(Logits[1], [0, 1, 0]) + CrossEntropy(Logits[2], [0, 0, 1])) / 2, loss!.item<float>(), 1e-6);
    }

    [Fact]
    public void Nothing_is_learnt_where_nothing_is_said()
    {
        Assert.Null(Loss(HeadKind.OneLabel, Text(null), Text(null)));
        Assert.Null(new HeadLoss(HeadOf(HeadKind.TokenLabels), 0, Options).Of(tensor([.. Logits.SelectMany(row => row)], [2, 2, 3]), [Text([-1, -1]), Text(null)]));
    }

    [Theory]
    [InlineData(HeadKind.OneLabel)]
    [InlineData(HeadKind.AnyLabels)]
    public void Two_passes_differ_by_the_mean_of_both_divergences(HeadKind kind)
    {
        using var divergence = Divergence.Of(tensor([.. Logits.SelectMany(row => row)], [4, 3]), kind);

        // Rows 0 and 2 are passes over one text, rows 1 and 3 over another.
        var expected = ((int, int)[])[(0, 2), (1, 3)];
        Assert.Equal(expected.Average(pair => (Apart(Logits[pair.Item1], Logits[pair.Item2]) + Apart(Logits[pair.Item2], Logits[pair.Item1])) / 2), divergence.item<float>(), 1e-5);

        double Apart(float[] one, float[] two) => kind == HeadKind.OneLabel
            ? Kullback(Softmax(one), Softmax(two))
            : one.Zip(two, (a, b) => Kullback([Sigmoid(a), 1 - Sigmoid(a)], [Sigmoid(b), 1 - Sigmoid(b)])).Sum();
    }

    private static readonly Tokens.TokenSequence Any = MadeUpTexts.Sequence(0, seed: 0);

    private static Head HeadOf(HeadKind kind) => new(Head.Intent, kind, ["a", "b", "c"]);

    private static TrainingText Text(int[]? target) => new(Any, [target]);

    private static double? Loss(HeadKind kind, params TrainingText[] texts) => Loss(kind, 0, texts);

    private static double? Loss(HeadKind kind, int place, params TrainingText[] texts) =>
        new HeadLoss(HeadOf(kind), place, Options).Of(tensor([.. Logits.Take(texts.Length).SelectMany(row => row)], [texts.Length, 3]), texts)?.item<float>();

    private static double[] Softmax(float[] logits) => [.. logits.Select(logit => Math.Exp(logit) / logits.Sum(other => Math.Exp(other)))];

    private static double Sigmoid(double logit) => 1 / (1 + Math.Exp(-logit));

    private static double CrossEntropy(float[] logits, double[] wanted) => -wanted.Zip(Softmax(logits), (p, q) => p * Math.Log(q)).Sum();

    private static double Binary(float[] logits, double[] wanted) =>
        -wanted.Zip(logits, (p, logit) => p * Math.Log(Sigmoid(logit)) + (1 - p) * Math.Log(1 - Sigmoid(logit))).Sum();

    private static double Kullback(double[] p, double[] q) => p.Zip(q, (a, b) => a * Math.Log(a / b)).Sum();
}
