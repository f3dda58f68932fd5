using CsCheck;
using ProfitPlanner.Intents.Metrics;

namespace ProfitPlanner.Intents.Tests.Metrics;

public sealed class LogitsTests
{
    private static readonly Gen<float[]> SomeLogits = Gen.Float[-30, 30].Array[1, 20];

    [Fact]
    public void Softmax_is_the_formula_in_double_precision() => Gen.Select(SomeLogits, Gen.Double[0.2, 5]).Sample((logits, temperature) =>
    {
        var weights = logits.Select(logit => Math.Exp(logit / temperature)).ToArray();
        var probabilities = Logits.Softmax(logits, temperature);
        for (var i = 0; i < logits.Length; i++)
            Assert.Equal(weights[i] / weights.Sum(), probabilities[i], 1e-5);
    });

    [Fact]
    public void Sigmoid_is_the_formula_in_double_precision() => Gen.Select(SomeLogits, Gen.Double[0.2, 5]).Sample((logits, temperature) =>
    {
        var probabilities = Logits.Sigmoid(logits, temperature);
        for (var i = 0; i < logits.Length; i++)
            Assert.Equal(1 / (1 + Math.Exp(-logits[i] / temperature)), probabilities[i], 1e-5);
    });

    [Fact]
    public void Energy_is_the_formula_in_double_precision() => SomeLogits.Sample(logits =>
        Assert.Equal(-Math.Log(logits.Sum(logit => Math.Exp(logit))), Logits.Energy(logits), 1e-9));

    [Fact]
    public void Logits_of_thousands_do_not_overflow()
    {
        Assert.Equal([0f, 1f], Logits.Softmax([-9000, 9000]));
        Assert.Equal([0f, 1f], Logits.Sigmoid([-9000, 9000]));
        Assert.Equal(-9000, Logits.Energy([-9000, 9000]));
    }

    [Fact]
    public void The_margin_is_what_sorting_gives() => Gen.Float[0, 1].Array[2, 20].Sample(probabilities =>
    {
        var sorted = probabilities.OrderDescending().ToArray();
        Assert.Equal(sorted[0] - sorted[1], Logits.Margin(probabilities), 1e-7);
        Assert.Equal(sorted[0], Logits.MaxProbability(probabilities), 0.0);
    });

    [Fact]
    public void A_single_probability_is_its_own_margin() => Assert.Equal(0.25, Logits.Margin([0.25f]));
}
