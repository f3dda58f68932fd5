using CsCheck;
using ProfitPlanner.ProfitModel.Experiments;
using ProfitPlanner.ProfitModel.Pricing.Fitting;

namespace ProfitPlanner.ProfitModel.Tests.Experiments;

public class ExperimentReadingTests
{
    private static readonly ExperimentArm A = new(100, 40, 1000, 200);
    private static readonly ExperimentArm B = new(120, 40, 1000, 170);

    private static readonly Gen<ExperimentArm> AnyArm = Gen.Select(
        Gen.Int[1, 100], Gen.Int[0, 100], Gen.Long[0, 3000], Gen.Double[0, 1],
        (price, cost, visitors, share) => new ExperimentArm(price, cost, visitors, (long)(visitors * share * share)));

    [Fact]
    public void Conversion_and_profit_are_tested_against_the_control()
    {
        var comparison = Assert.Single(ExperimentReading.Of([A, B]).Comparisons);

        Assert.Equal(-1.7275936, comparison.Conversion!.Value.Z, 5e-8);
        Assert.Equal(0.0840611, comparison.Conversion.Value.P, 5e-8);
        Assert.Equal(1.6, comparison.Profit!.Value.Difference, 1e-12);
        Assert.Equal(1.2161579, comparison.Profit.Value.StandardError, 5e-8);
        Assert.Equal(1.3156187, comparison.Profit.Value.Z, 5e-8);
        Assert.Equal(0.1883021, comparison.Profit.Value.P, 5e-8);
        Assert.Equal(-0.7836257, comparison.ProfitWald.Lower, 5e-8);
        Assert.Equal(3.9836257, comparison.ProfitWald.Upper, 5e-8);
    }

    [Fact]
    public void The_conversion_loser_is_the_profit_favourite()
    {
        var arms = ExperimentReading.Of([A, B]).Arms;

        Assert.Equal(0.0421636576, arms[1].BestByConversion, 5e-11);
        Assert.Equal(0.0302381629, arms[1].ConversionLoss, 5e-11);
        Assert.Equal(0.90887, arms[1].BestByProfit, 5e-6);
        Assert.Equal(0.0504, arms[1].ProfitLoss, 5e-4);
        Assert.Equal(1.668, arms[0].ProfitLoss, 5e-3);
    }

    [Fact]
    public void Ten_visitors_of_each_arm_are_read_exactly() =>
        Assert.Equal(0.9086687307, ExperimentReading.Of([new(10, 0, 10, 2), new(10, 0, 10, 5)]).Arms[1].BestByConversion, 5e-11);

    [Fact]
    public void Two_arms_agree_with_the_finite_sum() =>
        Gen.Select(Gen.Long[0, 40], Gen.Long[0, 40], Gen.Long[0, 40], Gen.Long[0, 40]).Sample((a, missedA, b, missedB) =>
        {
            double sum = 0, alpha = 1 + a, beta = 1 + missedA, otherBeta = 1 + missedB;
            for (var i = 0; i <= b; i++)
            {
                sum += Math.Exp(
                    LogBeta(alpha + i, beta + otherBeta) - Math.Log(otherBeta + i) - LogBeta(1 + i, otherBeta) - LogBeta(alpha, beta));
            }

            var arms = ExperimentReading.Of([new(1, 0, a + missedA, a), new(1, 0, b + missedB, b)]).Arms;
            Assert.Equal(sum, arms[1].BestByConversion, 1e-10);
        });

    [Fact]
    public void Probabilities_add_up_and_losses_differ_as_means_do() => AnyArm.Array[2, 5].Sample(data =>
    {
        var arms = ExperimentReading.Of(data).Arms;
        Assert.Equal(1, arms.Sum(a => a.BestByConversion), 1e-9);
        Assert.Equal(1, arms.Sum(a => a.BestByProfit), 1e-9);
        foreach (var arm in arms)
        {
            Assert.InRange(arm.ProfitLoss, 0, double.MaxValue);
            // E[best] is the same for all: loss and mean add up to it.
            Assert.Equal(
                arms[0].ProfitLoss + arms[0].Arm.Margin * arms[0].Posterior.Mean,
                arm.ProfitLoss + arm.Arm.Margin * arm.Posterior.Mean,
                1e-8);
        }
    });

    [Fact]
    public void Equal_arms_are_equally_likely_the_best()
    {
        var arms = ExperimentReading.Of([A, A, A, A]).Arms;

        Assert.All(arms, a => Assert.Equal(0.25, a.BestByProfit, 1e-12));
        Assert.All(ExperimentReading.Of([new(10, 10, 5, 1), new(20, 20, 50, 10)]).Arms, a => Assert.Equal(0.5, a.BestByProfit, 1e-12));
    }

    [Fact]
    public void A_price_below_cost_is_never_best()
    {
        var arms = ExperimentReading.Of([new(30, 40, 1000, 900), new(60, 40, 1000, 1), new(40, 40, 1000, 500)]).Arms;

        Assert.Equal([0, 1, 0], arms.Select(a => Math.Round(a.BestByProfit, 12)));
        Assert.True(arms[0].ProfitInterval!.Value.Lower < arms[0].ProfitInterval!.Value.Upper);
        Assert.True(arms[0].BestByConversion > 0.999999);
    }

    [Fact]
    public void Millions_of_visitors_are_read_too()
    {
        var arms = ExperimentReading.Of([new(10, 0, 5_000_000, 1_000_000), new(10, 0, 5_000_000, 1_000_500)]).Arms;

        // The normal limit: 500 buyers over √(2·5e6·0.2·0.8).
        Assert.Equal(MathNet.Numerics.Distributions.Normal.CDF(0, 1, 500 / Math.Sqrt(1.6e6)), arms[1].BestByConversion, 1e-4);
        Assert.Equal(1, arms.Sum(a => a.BestByConversion), 1e-7);
    }

    [Fact]
    public void Newcombes_interval_is_the_published_one()
    {
        var comparison = ExperimentReading.Of([new(1, 0, 80, 48), new(1, 0, 70, 56)]).Comparisons[0];

        Assert.Equal(0.0524, comparison.ConversionNewcombe.Lower, 5e-5);
        Assert.Equal(0.3339, comparison.ConversionNewcombe.Upper, 5e-5);
        Assert.Equal(0.0575, comparison.ConversionWald.Lower, 5e-5);
        Assert.Equal(0.3425, comparison.ConversionWald.Upper, 5e-5);
    }

    [Fact]
    public void Several_variants_are_compared_more_strictly()
    {
        var reading = ExperimentReading.Of([B, A, B], control: 1);

        Assert.Equal([0, 2], reading.Comparisons.Select(c => c.Variant));
        Assert.All(reading.Comparisons, c => Assert.Equal(0.025, c.Significance, 1e-12));
        // z of 0.0125 is 2.2414027.
        Assert.Equal(1.6 - 2.2414027 * 1.2161579, reading.Comparisons[0].ProfitWald.Lower, 1e-6);
    }

    [Fact]
    public void An_arm_without_visitors_is_known_by_its_prior_only()
    {
        var reading = ExperimentReading.Of([new(10, 0, 0, 0), new(10, 0, 100, 20)]);

        Assert.Empty(reading.Comparisons);
        Assert.Null(reading.Arms[0].ConversionInterval);
        Assert.Equal(0.5, reading.Arms[0].Posterior.Mean);
        // P(θ₂ > uniform) is the mean of θ₂.
        Assert.Equal(21 / 102.0, reading.Arms[1].BestByConversion, 1e-12);
        Assert.Null(ExperimentReading.Of([new(10, 0, 0, 0), new(10, 0, 0, 0)]).EvenSplitP);
    }

    [Fact]
    public void Without_any_buyer_there_is_no_test()
    {
        var comparison = ExperimentReading.Of([new(10, 0, 50, 0), new(12, 0, 50, 0)]).Comparisons[0];

        Assert.Null(comparison.Conversion);
        Assert.Null(comparison.Profit);
        Assert.True(comparison.ConversionNewcombe.Upper > 0);
    }

    [Fact]
    public void A_broken_assignment_shows()
    {
        Assert.Equal(1, ExperimentReading.Of([A, B]).EvenSplitP);
        // (1100 − 1000)²/1000 twice: χ² = 20 of one degree of freedom.
        Assert.Equal(
            MathNet.Numerics.SpecialFunctions.Erfc(Math.Sqrt(10)),
            ExperimentReading.Of([new(1, 0, 1100, 1), new(1, 0, 900, 1)]).EvenSplitP!.Value,
            1e-12);
    }

    [Fact]
    public void Its_arms_feed_the_demand_curve()
    {
        var fit = DemandFit.Of(DemandFitKind.Logit, ExperimentReading.Of([new(80, 0, 1000, 300), new(120, 0, 1000, 150)]).Observations);

        Assert.Equal(-0.0221825799, Assert.IsType<FittedDemand>(fit).Second.Value, 1e-10);
    }

    [Fact]
    public void Quantiles_of_a_conversion_invert_its_distribution()
    {
        foreach (var posterior in new ConversionPosterior[] { new(1, 1), new(1, 100_001), new(201, 801), new(1_000_001, 4_000_001) })
        {
            foreach (var probability in new[] { 0.001, 0.025, 0.5, 0.975 })
                Assert.Equal(probability, posterior.Cumulative(posterior.Quantile(probability)), 1e-7);
        }

        Assert.Equal(0.3, new ConversionPosterior(1, 1).Quantile(0.3), 1e-12);
        // Beta(1, b) has the closed form 1 − (1 − p)^(1/b).
        Assert.Equal(1 - Math.Pow(0.5, 1 / 101.0), new ConversionPosterior(1, 101).Quantile(0.5), 1e-12);
    }

    [Fact]
    public void Impossible_arms_are_callers_errors()
    {
        Assert.False(ExperimentArm.IsPossible(10, double.NaN, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExperimentArm(10, 0, 1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => ExperimentReading.Of([A]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ExperimentReading.Of([A, B], 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => ExperimentReading.Of([A, B], 0, 1));
    }

    private static double LogBeta(double a, double b) => MathNet.Numerics.SpecialFunctions.BetaLn(a, b);
}
