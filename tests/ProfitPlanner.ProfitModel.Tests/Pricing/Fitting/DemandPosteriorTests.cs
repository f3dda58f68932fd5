using ProfitPlanner.ProfitModel.Pricing.Fitting;

namespace ProfitPlanner.ProfitModel.Tests.Pricing.Fitting;

public class DemandPosteriorTests
{
    private static readonly double[] Prices = [20, 35, 50, 70, 90];

    [Fact]
    public void Much_data_leave_the_prior_no_say()
    {
        var data = Simulated.Observations(1, p => DemandFitTests.Curve(DemandFitKind.Logit, 2, -0.05, p), Prices, 20_000);
        var fit = (FittedDemand)DemandFit.Of(DemandFitKind.Logit, data);
        var posterior = DemandPosterior.Of(data)!;

        Assert.Equal(fit.First.Value, posterior.Intercept.Value, 0.05 * fit.First.StandardError);
        Assert.Equal(fit.Second.Value, posterior.Slope.Value, 0.05 * fit.Second.StandardError);
        Assert.Equal(fit.First.StandardError, posterior.Intercept.StandardError, 0.01 * fit.First.StandardError);
        Assert.Equal(fit.Second.StandardError, posterior.Slope.StandardError, 0.01 * fit.Second.StandardError);
        Assert.Equal(fit.Correlation, posterior.Correlation, 0.01);
        Assert.Equal(1, posterior.ProbabilityOfDecline, 1e-12);
    }

    [Theory]
    [InlineData(10, 30, 12, 20, 30, 8)]
    [InlineData(10, 10, 10, 20, 10, 0)]
    [InlineData(10, 30, 5, 20, 30, 12)]
    [InlineData(10, 5, 1, 20, 5, 0)]
    public void The_grid_agrees_with_a_brute_sum(params int[] numbers)
    {
        PriceObservation[] data = [.. numbers.Chunk(3).Select(n => new PriceObservation(n[0], n[1], n[2]))];
        var posterior = DemandPosterior.Of(data)!;

        // Both prices have the same number of offers: mean 15, two standard deviations 10, scaled prices −0.5 and 0.5.
        double falling = 0, rising = 0, level = 0, drop = 0, drop2 = 0, cross = 0, level2 = 0;
        const double Step = 0.04;
        for (var b = -120 + Step / 2; b < 120; b += Step)
        {
            for (var a = -100 + Step * 2; a < 100; a += Step * 4)
            {
                var density = Math.Pow(1 + a * a / 700, -4) * Math.Pow(1 + b * b / (7 * 6.25), -4) *
                    Share(a - b / 2, data[0]) * Share(a + b / 2, data[1]);
                if (b > 0)
                {
                    rising += density;
                    continue;
                }

                falling += density;
                level += density * a;
                level2 += density * a * a;
                drop += density * b;
                drop2 += density * b * b;
                cross += density * a * b;
            }
        }

        level /= falling;
        drop /= falling;
        double varianceA = level2 / falling - level * level, varianceB = drop2 / falling - drop * drop, covariance = cross / falling - level * drop;
        Assert.Equal(falling / (falling + rising), posterior.ProbabilityOfDecline, 1e-4);
        Assert.Equal(level, posterior.LogitAtMean.Value, 1e-3);
        Assert.Equal(drop / 10, posterior.Slope.Value, 2e-4);
        Assert.Equal(Math.Sqrt(varianceB) / 10, posterior.Slope.StandardError, 3e-4);
        Assert.Equal(level - 1.5 * drop, posterior.Intercept.Value, 3e-3);
        var error = Math.Sqrt(varianceA - 3 * covariance + 2.25 * varianceB);
        Assert.Equal(error, posterior.Intercept.StandardError, 3e-3);
        Assert.Equal((covariance - 1.5 * varianceB) / (error * Math.Sqrt(varianceB)), posterior.Correlation, 1e-3);
    }

    [Fact]
    public void Data_without_a_say_give_back_the_prior()
    {
        // One buyer of two at each price: symmetric, so that a decline is as likely as a rise.
        var posterior = DemandPosterior.Of([new(10, 2, 1), new(20, 2, 1)])!;

        Assert.Equal(0.5, posterior.ProbabilityOfDecline, 1e-9);
        Assert.Equal(0, posterior.LogitAtMean.Value, 1e-9);
        Assert.Equal(0, posterior.TrendZ, 1e-12);
    }

    [Fact]
    public void Demand_that_rises_has_a_falling_posterior_that_says_it_is_assumed()
    {
        var posterior = DemandPosterior.Of([new(10, 200, 20), new(20, 200, 60)])!;

        Assert.True(posterior.Slope.Value < 0);
        Assert.True(posterior.ProbabilityOfDecline < 1e-4);
        Assert.True(posterior.TrendZ > 4);
        Assert.False(posterior.Separated);
    }

    [Fact]
    public void Separated_data_have_a_posterior()
    {
        var posterior = DemandPosterior.Of([new(10, 20, 20), new(20, 20, 0)])!;

        Assert.True(posterior.Separated);
        Assert.True(posterior.ProbabilityOfDecline > 0.999);
        Assert.InRange(posterior.Slope.Value, -3, -0.3);
        Assert.True(double.IsFinite(posterior.Slope.StandardError));
    }

    [Fact]
    public void Less_than_two_prices_have_none()
    {
        Assert.Null(DemandPosterior.Of([]));
        Assert.Null(DemandPosterior.Of([new(10, 20, 5), new(10, 30, 4), new(20, 0, 0)]));
    }

    [Fact]
    public void Draws_have_the_moments_of_the_posterior()
    {
        var posterior = DemandPosterior.Of([new(10, 40, 20), new(15, 40, 14), new(20, 40, 9)])!;
        var random = new Random(11);
        var draws = Enumerable.Range(0, 40_000).Select(_ => posterior.Draw(random.NextDouble(), random.NextDouble())).ToArray();

        var mean = draws.Average(d => d.Slope);
        var deviation = Math.Sqrt(draws.Average(d => (d.Slope - mean) * (d.Slope - mean)));
        Assert.Equal(posterior.Slope.Value, mean, 4 * posterior.Slope.StandardError / 200);
        Assert.Equal(posterior.Slope.StandardError, deviation, 0.02 * deviation);
        Assert.Equal(posterior.Intercept.Value, draws.Average(d => d.Intercept), 4 * posterior.Intercept.StandardError / 200);
        var at = posterior.ConversionAt(15);
        Assert.Equal(at.Value, draws.Average(d => 1 / (1 + Math.Exp(-(d.Intercept + d.Slope * 15)))), 4 * at.StandardError / 200);
        Assert.All(draws, d => Assert.True(d.Slope < 0));
        Assert.Equal(posterior.Draw(0.3, 0.6), posterior.Draw(0.3, 0.6));
        Assert.True(double.IsFinite(posterior.Draw(0, 0).Slope + posterior.Draw(1 - 1e-16, 1 - 1e-16).Slope));
    }

    [Fact]
    public void Intervals_cover_at_about_their_nominal_rate()
    {
        const int Times = 200;
        var covered = 0;
        for (var seed = 0; seed < Times; seed++)
        {
            var data = Simulated.Observations(seed, p => DemandFitTests.Curve(DemandFitKind.Logit, 1, -0.04, p), Prices, 40);
            var interval = DemandPosterior.Of(data)!.ConversionInterval(50, 0.9);
            covered += interval.Lower <= 1 / (1 + Math.Exp(1)) && 1 / (1 + Math.Exp(1)) <= interval.Upper ? 1 : 0;
        }

        // Four standard errors of 200 draws at 0.9.
        Assert.InRange(covered / (double)Times, 0.81, 0.985);
    }

    private static double Share(double eta, PriceObservation data) =>
        Math.Exp(data.Bought * -Math.Log(1 + Math.Exp(-eta)) + (data.Offered - data.Bought) * -Math.Log(1 + Math.Exp(eta)));
}
