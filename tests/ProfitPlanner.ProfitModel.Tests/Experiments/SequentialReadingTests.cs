using ProfitPlanner.ProfitModel.Experiments;

namespace ProfitPlanner.ProfitModel.Tests.Experiments;

public class SequentialReadingTests
{
    private const int Streams = 400;

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.02)]
    [InlineData(0.5)]
    public void Looking_after_every_few_visitors_does_not_raise_the_error_rate(double conversion)
    {
        // Equal profit per visitor needs equal prices: two arms that are the same.
        var streams = Enumerable.Range(0, Streams).Select(seed => Run(seed, conversion, conversion, 0.02, 50, 50)).ToArray();

        Assert.True(streams.Count(s => s.Conversion != SequentialDecision.Continue) <= 0.05 * Streams);
        Assert.True(streams.Count(s => s.Profit != SequentialDecision.Continue) <= 0.05 * Streams);
        // The usual z test at the same looks is wrong far more often: that is what the test is for.
        Assert.True(streams.Count(s => s.Naive) > 0.15 * Streams);
    }

    [Fact]
    public void A_profit_tie_at_different_prices_is_not_called()
    {
        // 0.20 · 60 = 0.15 · 80 per visitor, with conversions that do differ.
        var streams = Enumerable.Range(0, Streams).Select(seed => Run(seed, 0.20, 0.15, 0.05, 60, 80)).ToArray();

        Assert.True(streams.Count(s => s.Profit != SequentialDecision.Continue) <= 0.05 * Streams);
        Assert.True(streams.Count(s => s.Conversion == SequentialDecision.StopControlBetter) > 0.9 * Streams);
    }

    [Fact]
    public void A_real_effect_is_found_and_mostly_early()
    {
        var streams = Enumerable.Range(0, Streams).Select(seed => Run(seed, 0.10, 0.14, 0.04, 50, 50)).ToArray();

        Assert.True(streams.Count(s => s.Conversion == SequentialDecision.StopVariantBetter) > 0.95 * Streams);
        Assert.True(streams.Count(s => s.Conversion == SequentialDecision.StopControlBetter) <= 0.05 * Streams);
        Assert.True(streams.Where(s => s.Conversion == SequentialDecision.StopVariantBetter).Average(s => s.Looks) < 60);
    }

    [Fact]
    public void The_interval_excludes_zero_just_when_the_p_value_is_below_the_significance()
    {
        var reading = SequentialReading.Of(new(100, 40, 1000, 200), new(120, 40, 1000, 170), 0.03, 1.6);

        // V = 0.00016 + 0.0001411, τ² = 0.0009, d = −0.03, by hand.
        double variance = 0.0003011, sum = variance + 0.0009;
        var ratio = Math.Sqrt(variance / sum) * Math.Exp(0.0009 * 0.0009 / (2 * variance * sum));
        Assert.Equal(1 / ratio, reading.Conversion.P, 1e-9);
        Assert.Equal(SequentialDecision.Continue, reading.Conversion.Decision);

        // At a significance just at the p-value the interval just reaches 0.
        var at = SequentialReading.Of(new(100, 40, 1000, 200), new(120, 40, 1000, 170), 0.03, 1.6, reading.Conversion.P);
        Assert.Equal(0, at.Conversion.Interval!.Value.Upper, 1e-9);
        var above = SequentialReading.Of(new(100, 40, 1000, 200), new(120, 40, 1000, 170), 0.03, 1.6, reading.Conversion.P * 1.01);
        Assert.Equal(SequentialDecision.StopControlBetter, above.Conversion.Decision);
    }

    [Fact]
    public void Too_few_buyers_say_nothing()
    {
        var reading = SequentialReading.Of(new(10, 0, 1000, 9), new(10, 0, 1000, 500), 0.1, 1);

        Assert.Equal(SequentialDecision.Continue, reading.Conversion.Decision);
        Assert.Equal(1, reading.Profit.P);
        Assert.Null(reading.Profit.Interval);
    }

    [Fact]
    public void Arms_without_a_margin_cannot_differ_in_profit()
    {
        var reading = SequentialReading.Of(new(10, 10, 1000, 90), new(12, 12, 1000, 500), 0.1, 1);

        Assert.Equal(SequentialDecision.Continue, reading.Profit.Decision);
        Assert.Equal(SequentialDecision.StopVariantBetter, reading.Conversion.Decision);
    }

    /// <summary>A stream of 5,000 visitors of each arm, looked at every 50: 100 looks.</summary>
    private static (SequentialDecision Conversion, SequentialDecision Profit, bool Naive, int Looks) Run(
        int seed, double control, double variant, double effect, double controlMargin, double variantMargin)
    {
        var random = new Random(seed);
        long a = 0, b = 0;
        var (conversion, profit, naive, looks) = (SequentialDecision.Continue, SequentialDecision.Continue, false, 0);
        for (var visitors = 50; visitors <= 5000; visitors += 50)
        {
            a += Pricing.Fitting.Simulated.Buyers(random, 50, control);
            b += Pricing.Fitting.Simulated.Buyers(random, 50, variant);
            var reading = SequentialReading.Of(
                new(controlMargin, 0, visitors, a), new(variantMargin, 0, visitors, b), effect, effect * controlMargin);
            if (conversion == SequentialDecision.Continue)
                (conversion, looks) = (reading.Conversion.Decision, looks + 1);
            if (profit == SequentialDecision.Continue)
                profit = reading.Profit.Decision;
            var pooled = (a + b) / (2.0 * visitors);
            naive |= Math.Abs(a - b) > 1.96 * Math.Sqrt(2 * visitors * pooled * (1 - pooled));
        }

        return (conversion, profit, naive, looks);
    }
}
