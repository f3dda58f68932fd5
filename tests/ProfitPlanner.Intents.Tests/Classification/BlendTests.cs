using ProfitPlanner.Intents.Classification;
using ProfitPlanner.Intents.Encoder;

namespace ProfitPlanner.Intents.Tests.Classification;

public class BlendTests
{
    private static readonly float[][] Encoders = [[1, -2, 0.5f], [0.25f, 3, -1]];

    private static readonly float[] Linear = [-1, 0.5f, 2];

    private static readonly Blend Blend = new(0.3, 1.5, 0.5, 0.8);

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(1)]
    public void One_label_is_the_weighted_mean_of_softmaxes(double share)
    {
        double[] mixed = [.. Enumerable.Range(0, 3).Select(i =>
            (1 - share) * Encoders.Average(logits => Softmax(logits, 1.5)[i]) + share * Softmax(Linear, 0.5)[i])];
        double[] sharpened = [.. mixed.Select(p => Math.Pow(p, 1 / 0.8))];

        var blend = Blend with { LinearShare = share };
        var logits = blend.Logits(HeadKind.OneLabel, Encoders, Linear);

        Equal([.. mixed.Select(p => Math.Log(p))], logits);
        Equal([.. sharpened.Select(p => p / sharpened.Sum())], blend.Probabilities(HeadKind.OneLabel, logits));
    }

    [Fact]
    public void Any_labels_are_the_weighted_means_of_sigmoids()
    {
        double[] mixed = [.. Enumerable.Range(0, 3).Select(i => 0.7 * Encoders.Average(logits => Sigmoid(logits[i] / 1.5)) + 0.3 * Sigmoid(Linear[i] / 0.5))];

        var logits = Blend.Logits(HeadKind.AnyLabels, Encoders, Linear);

        Equal([.. mixed.Select(p => Math.Log(p / (1 - p)))], logits);
        Equal([.. mixed.Select(p => Sigmoid(Math.Log(p / (1 - p)) / 0.8))], Blend.Probabilities(HeadKind.AnyLabels, logits));
    }

    [Fact]
    public void One_label_may_be_the_weighted_geometric_mean_of_softmaxes()
    {
        double[] mixed = [.. Enumerable.Range(0, 3).Select(i => 0.7 * Encoders.Average(logits => Math.Log(Softmax(logits, 1.5)[i])) + 0.3 * Math.Log(Softmax(Linear, 0.5)[i]))];
        double[] sharpened = [.. mixed.Select(log => Math.Exp(log / 0.8))];

        var blend = Blend with { Mean = BlendMean.Geometric };
        var logits = blend.Logits(HeadKind.OneLabel, Encoders, Linear);

        Equal(mixed, logits);
        Equal([.. sharpened.Select(p => p / sharpened.Sum())], blend.Probabilities(HeadKind.OneLabel, logits));
    }

    [Fact]
    public void Any_labels_may_be_the_weighted_geometric_means_of_odds()
    {
        double[] mixed = [.. Enumerable.Range(0, 3).Select(i => 0.7 * Encoders.Average(logits => logits[i] / 1.5) + 0.3 * Linear[i] / 0.5)];

        var blend = Blend with { Mean = BlendMean.Geometric };
        var logits = blend.Logits(HeadKind.AnyLabels, Encoders, Linear);

        Equal(mixed, logits);
        Equal([.. mixed.Select(odds => Sigmoid(odds / 0.8))], blend.Probabilities(HeadKind.AnyLabels, logits));
    }

    [Fact]
    public void A_sure_yes_weighs_no_more_than_as_sure_a_no() =>
        Equal([-1.25], new Blend(0.5, 1, 1, 1, BlendMean.Geometric).Logits(HeadKind.AnyLabels, [[17.5f]], [-20f]));

    [Fact]
    public void Without_a_linear_model_encoders_have_its_share() =>
        Assert.Equal((Blend with { LinearShare = 0 }).Logits(HeadKind.OneLabel, Encoders, Linear), Blend.Logits(HeadKind.OneLabel, Encoders, []));

    [Theory]
    [InlineData(HeadKind.OneLabel, BlendMean.Arithmetic)]
    [InlineData(HeadKind.OneLabel, BlendMean.Geometric)]
    [InlineData(HeadKind.AnyLabels, BlendMean.Arithmetic)]
    [InlineData(HeadKind.AnyLabels, BlendMean.Geometric)]
    public void What_is_certain_stays_finite(HeadKind kind, BlendMean mean)
    {
        var blend = Blend with { Mean = mean };
        var logits = blend.Logits(kind, [[1000, -1000]], [1000, -1000]);

        Assert.All(logits, logit => Assert.True(float.IsFinite(logit)));
        Equal([1, 0], blend.Probabilities(kind, logits));
    }

    [Fact]
    public void Energy_is_that_of_the_weighted_logits_and_an_encoder_that_adds_a_constant_changes_nothing()
    {
        var energy = -Math.Log(Enumerable.Range(0, 3).Sum(i => Math.Exp(0.7 * Encoders.Average(logits => (logits[i] - logits.Average()) / 1.5) + 0.3 * Linear[i] / 0.5)));

        Assert.Equal(energy, Blend.Energy(Encoders, Linear), 1e-5);
        Assert.Equal(energy, Blend.Energy([Encoders[0], [.. Encoders[1].Select(logit => logit + 9)]], Linear), 1e-5);
        Assert.True(Blend.Energy(Encoders, [.. Linear.Select(logit => logit - 9)]) > energy);
        Assert.Equal((Blend with { LinearShare = 0 }).Energy(Encoders, Linear), Blend.Energy(Encoders, []), 1e-6);
    }

    private static void Equal(double[] expected, float[] actual) => Assert.Equal(expected, actual.Select(number => (double)number), (a, b) => Math.Abs(a - b) < 1e-5);

    private static double[] Softmax(float[] logits, double temperature) => [.. logits.Select(logit => Math.Exp(logit / temperature) / logits.Sum(other => Math.Exp(other / temperature)))];

    private static double Sigmoid(double logit) => 1 / (1 + Math.Exp(-logit));
}
