using ProfitPlanner.ProfitModel.Demand;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.ProfitModel.Tests.Demand;

public class ProposedNumberTests
{
    [Fact]
    public void A_share_times_a_known_factor_keeps_its_relative_doubt()
    {
        var beta = Assert.IsType<BetaDistribution>(ProposedNumber.Share(new EvidenceFactor(0.14, 0.015), new EvidenceFactor(0.25, 0))!.Value.Distribution);

        Assert.Equal(0.035, beta.ExpectedValue, 1e-12);
        Assert.Equal(0.00375, beta.StandardDeviation, 1e-12);
    }

    [Fact]
    public void A_product_of_doubtful_factors_has_the_deviation_that_draws_show()
    {
        var (share, rate, leavers) = (new BetaDistribution(71.8, 441.2), new UniformDistribution(0.05, 0.15), new BetaDistribution(30, 10));
        var proposed = ProposedNumber.Share(EvidenceFactor.Of(new Estimate(share)), EvidenceFactor.Of(new Estimate(rate)), EvidenceFactor.Of(new Estimate(leavers)))!.Value.Distribution!;

        var random = new Random(1);
        double[] draws = [.. Enumerable.Range(0, 100_000).Select(_ => share.Quantile(random.NextDouble()) * rate.Quantile(random.NextDouble()) * leavers.Quantile(random.NextDouble()))];
        var mean = draws.Average();
        Assert.Equal(mean, proposed.ExpectedValue, 4 * proposed.StandardDeviation / Math.Sqrt(draws.Length));
        Assert.Equal(Math.Sqrt(draws.Average(draw => (draw - mean) * (draw - mean))), proposed.StandardDeviation, 0.01 * proposed.StandardDeviation);
    }

    [Fact]
    public void A_count_is_log_normal_and_divides_by_how_often_one_writes()
    {
        // 14 % of 400 a month (over three months), one conversation per customer in ten months.
        var number = Assert.IsType<LognormalDistribution>(
            ProposedNumber.Count(new EvidenceFactor(0.14, 0.014), EvidenceFactor.Rate(1_200, 3), new EvidenceFactor(0.1, 0.02, Divides: true))!.Value.Distribution);

        // How often one writes is in doubt by a fifth of it: 1 / rate is 4 % more on average than 1 / mean rate.
        Assert.Equal(560 * 1.04, number.ExpectedValue, 1e-9);
        Assert.Equal(560 * 1.04 * Math.Sqrt(1.01 * (1 + 1 / 1_200.0) * 1.04 - 1), number.StandardDeviation, 1e-9);
    }

    [Fact]
    public void What_is_divided_by_has_the_mean_that_draws_show()
    {
        var rate = new LognormalDistribution(Math.Log(0.1), 0.6);
        var number = ProposedNumber.Count(new EvidenceFactor(50, 0), EvidenceFactor.Of(new Estimate(rate), divides: true))!.Value.Distribution!;

        var random = new Random(1);
        var mean = Enumerable.Range(0, 100_000).Average(_ => 50 / rate.Quantile(random.NextDouble()));

        Assert.Equal(mean, number.ExpectedValue, 4 * number.StandardDeviation / Math.Sqrt(100_000));
    }

    [Fact]
    public void Known_factors_make_a_known_number() =>
        Assert.Equal(new Estimate(0.03m), ProposedNumber.Share(new EvidenceFactor(0.3, 0), new EvidenceFactor(0.1, 0)));

    [Fact]
    public void What_is_no_share_is_not_proposed()
    {
        Assert.Null(ProposedNumber.Share(new EvidenceFactor(0.5, 0.1), new EvidenceFactor(2, 0)));
        Assert.Null(ProposedNumber.Share(new EvidenceFactor(0, 0), new EvidenceFactor(1, 0)));
        Assert.Null(ProposedNumber.Count(new EvidenceFactor(1, 0), new EvidenceFactor(0, 0, Divides: true)));
    }

    [Fact]
    public void The_effective_size_of_a_plain_share_is_about_its_conversations()
    {
        var share = new ShareCorrection(null).Estimate(new Dictionary<string, long> { ["a"] = 300, ["b"] = 700 })[0];

        Assert.InRange(ProposedNumber.EffectiveSize(EvidenceFactor.Of(share)), 950, 1_050);
    }

    [Fact]
    public void A_great_doubt_still_makes_a_distribution()
    {
        var beta = Assert.IsType<BetaDistribution>(ProposedNumber.Share(new EvidenceFactor(0.02, 0.5))!.Value.Distribution);

        Assert.Equal(0.02, beta.ExpectedValue, 1e-12);
        Assert.Empty(beta.Problems());
    }
}
