using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.ProfitModel.Uncertainty;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Tests.Texts;

public sealed class EstimateTextTests
{
    // By what is typed into a field of a share, and into one of a number.
    public static TheoryData<string, string> Written() => new()
    {
        { "20%", "0.2" },
        { "15% to 25%", "0.15 to 0.25" },
        { "10% / 15% / 30%", "0.1 / 0.15 / 0.3" },
        { "normal(20%, 2%)", "normal(0.2, 0.02)" },
        { "lognormal(-2, 0.4)", "lognormal(-2, 0.4)" },
        { "beta(20, 80)", "beta(20, 80)" },
        { "triangular(10%, 18%, 30%)", "triangular(0.1, 0.18, 0.3)" },
        { "pert(10%, 18%, 30%)", "pert(0.1, 0.18, 0.3)" },
        { "uniform(10%, 30%)", "uniform(0.1, 0.3)" },
        { "sample(10%, 30%, 20%)", "sample(0.1, 0.3, 0.2)" },
        { "beta(20, 80) @ 21%", "beta(20, 80) @ 0.21" },
        { "15% to 25% @ 19%", "0.15 to 0.25 @ 0.19" },
    };

    [Theory, MemberData(nameof(Written))]
    public void Every_distribution_is_written_as_it_is_typed(string share, string number)
    {
        var ofShare = Read(share, isShare: true);
        var ofNumber = Read(number, isShare: false);

        Assert.Equal(share, EstimateText.Write(ofShare, isShare: true));
        Assert.Equal(number, EstimateText.Write(ofNumber, isShare: false));
        Assert.Equal(ofNumber.Value, ofShare.Value);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_is_written_reads_back_to_the_last_digit(bool isShare)
    {
        // Numbers that no short decimal has, beside some that one has: a percent sign must not be lent to the others.
        double low = 0.1 + 0.2, middle = 1 / 3d, high = 0.8, tiny = 1e-13;
        Distribution[] distributions =
        [
            new NormalDistribution(low, tiny), new NormalDistribution(low, 0.02), new LognormalDistribution(-middle, low), new BetaDistribution(low, 80),
            new TriangularDistribution(low, middle, high), new PertDistribution(tiny, middle, high), new UniformDistribution(low, high),
            new QuantilesDistribution(low, middle, high), QuantilesDistribution.Between(low, high), new EmpiricalDistribution([low, high, middle]),
        ];

        Assert.All(distributions, distribution =>
        {
            var (plain, other) = (new Estimate(distribution), new Estimate(0.4321m, distribution));
            Assert.Equal(plain, Read(EstimateText.Write(plain, isShare), isShare));
            Assert.Equal(other, Read(EstimateText.Write(other, isShare), isShare));
        });
    }

    [Theory]
    [InlineData("15 to 25%")]
    [InlineData("15% to 25%")]
    [InlineData("15 to 25")]
    [InlineData("0.15 to 0.25")]
    [InlineData("15% 至 25%")]
    [InlineData("15到25%")]
    [InlineData("15 – 25 %")]
    [InlineData("15～25%")]
    public void A_range_of_a_share_is_read_as_people_write_it(string text) =>
        Assert.Equal(new Estimate(QuantilesDistribution.Between(0.15, 0.25)), Read(text, isShare: true));

    [Fact]
    public void Three_points_are_the_lowest_tenth_the_median_and_the_highest_tenth()
    {
        Assert.Equal(new Estimate(new QuantilesDistribution(10, 15, 30)), Read("10 / 15 / 30", isShare: false));
        Assert.Equal(new Estimate(new QuantilesDistribution(0.1, 0.15, 0.3)), Read("10 / 15 / 30", isShare: true));
    }

    [Fact]
    public void After_an_at_stands_the_number_to_reckon_with()
    {
        Assert.Equal(0.2m, Read("beta(20, 80)", isShare: true).Value);
        Assert.Equal(new Estimate(0.21m, new BetaDistribution(20, 80)), Read("beta(20, 80) @ 21%", isShare: true));
    }

    [Theory]
    [InlineData("10k to 20k", 10_000, 20_000)]
    [InlineData("1万至2万", 10_000, 20_000)]
    [InlineData("$80 to $120", 80, 120)]
    [InlineData("-5 to 5", -5, 5)]
    public void Units_and_signs_are_read_on_both_sides(string text, double low, double high) =>
        Assert.Equal(new Estimate(QuantilesDistribution.Between(low, high)), Read(text, isShare: false));

    [Theory]
    [InlineData("Normal（100，10）")]
    [InlineData(" NORMAL ( 100 ; 10 ) ")]
    public void Names_are_read_in_any_case_and_with_full_width_signs(string text) =>
        Assert.Equal(new Estimate(new NormalDistribution(100, 10)), Read(text, isShare: false));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("about 20")]
    [InlineData("15 to")]
    [InlineData("25 to 15")]
    [InlineData("15 to 20 to 25")]
    [InlineData("10 / 30")]
    [InlineData("10 / 40 / 30")]
    [InlineData("normal(100)")]
    [InlineData("normal(100, 0)")]
    [InlineData("normal(20,000)")]
    [InlineData("normal(100, ten)")]
    [InlineData("beta(0, 80)")]
    [InlineData("triangular(30, 18, 10)")]
    [InlineData("uniform(NaN, 1)")]
    [InlineData("uniform(0, Infinity)")]
    [InlineData("cauchy(0, 1)")]
    [InlineData("normal(100, 10) @")]
    [InlineData("normal(100, 10) @ many")]
    [InlineData("normal(100, 10) @ 1 @ 2")]
    [InlineData("100 @ 90")]
    public void What_is_no_number_and_no_distribution_is_refused(string? text) =>
        Assert.False(EstimateText.TryRead(text, isShare: false, out _));

    private static Estimate Read(string text, bool isShare)
    {
        Assert.True(EstimateText.TryRead(text, isShare, out var estimate), text);
        return estimate;
    }
}
