using CsCheck;
using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.ProfitModel.Tests.Uncertainty;

public sealed class OrderStatisticsTests
{
    private static readonly double[] _probabilities = [0, 0.05, 0.5, 0.77, 0.95, 1];

    [Fact]
    public void Quantiles_are_those_of_the_sorted_values() =>
        Gen.Double[-1e6, 1e6].Array[1, 200].Sample(AreThoseOfTheSample);

    [Fact]
    public void Many_values_far_apart_or_equal_are_no_exception()
    {
        var uniforms = new double[50_000];
        CounterRandom.Fill(3, 0, uniforms);

        AreThoseOfTheSample(uniforms);
        AreThoseOfTheSample([.. uniforms.Select(u => Math.Exp(1 / u))]);
        AreThoseOfTheSample([.. uniforms.Select(u => Math.Floor(u * 3))]);
        AreThoseOfTheSample([.. uniforms.Select((u, i) => i == 7 ? 1e15 : u)]);
        AreThoseOfTheSample([.. uniforms.Select(_ => -4.0)]);
    }

    private static void AreThoseOfTheSample(double[] values)
    {
        values = [.. values.Select(value => Math.Min(value, 1e300))];
        var sorted = values.Order().ToArray();

        var quantiles = OrderStatistics.Quantiles(values, _probabilities);

        Assert.All(_probabilities.Zip(quantiles), pair => Assert.Equal(OfType7(sorted, pair.First), pair.Second, 1e-9 * Math.Abs(pair.Second)));
    }

    private static double OfType7(double[] sorted, double probability)
    {
        var at = probability * (sorted.Length - 1);
        var below = (int)at;
        return sorted[below] + (at - below) * (sorted[Math.Min(below + 1, sorted.Length - 1)] - sorted[below]);
    }
}
