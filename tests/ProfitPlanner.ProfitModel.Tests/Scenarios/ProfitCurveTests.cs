using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Tests.Scenarios;

public class ProfitCurveTests
{
    [Theory]
    [InlineData(Lever.Conversion, 0.2, 0.25, 0.3)]
    [InlineData(Lever.PotentialCustomers, 10_000, 12_500, 15_000)]
    [InlineData(Lever.Price, 100, 115, 150)]
    public void A_curve_shows_zero_the_present_and_the_break_even(Lever lever, double current, double breakEven, double end)
    {
        var curve = Of(Examples.Losing, lever);

        Assert.Equal((decimal)current, curve.Current);
        Assert.Equal(-30_000, curve.CurrentProfit);
        Assert.Equal((decimal)breakEven, curve.BreakEven.Value);
        Assert.Equal(11, curve.Points.Count);
        Assert.Equal(0, curve.Points[0].X);
        Assert.Equal((decimal)end, curve.Points[^1].X);
    }

    [Fact]
    public void Every_point_is_what_the_model_gives_there()
    {
        var scenario = Examples.ThreeSegments;
        var first = scenario.Segments[0];
        Assert.All(Of(scenario, Lever.Conversion).Points, point => Same(first with { Conversion = point.X }, point.Profit));
        Assert.All(Of(scenario, Lever.PotentialCustomers).Points, point => Same(first with { PotentialCustomers = point.X }, point.Profit));
        Assert.All(Of(scenario, Lever.Price).Points, point => Same(first with { Revenue = new Subscription(point.X) }, point.Profit));

        void Same(Segment changed, decimal profit) => Assert.Equal(
            (scenario with { Segments = [changed, .. scenario.Segments.Skip(1)] }).Evaluate().Profit, profit);
    }

    [Theory]
    [InlineData(0.9, 1)]
    [InlineData(1, 1)]
    [InlineData(0, 1)] // without any hint the whole range
    public void Conversion_ends_at_one(double conversion, double end) =>
        Assert.Equal((decimal)end, Of(Examples.OneSegment((decimal)conversion, 10, 0, 0, 0), Lever.Conversion).Points[^1].X);

    [Theory]
    [InlineData(0, 100)]
    [InlineData(1, 1.2)]
    [InlineData(0.007, 0.01)]
    [InlineData(84, 120)]
    [InlineData(1_000_000_000_000, 1_200_000_000_000)]
    public void The_axis_ends_at_a_round_number(double price, double end) =>
        Assert.Equal((decimal)end, Of(Examples.OneSegment(0.1m, 10, (decimal)price, 0, 0), Lever.Price).Points[^1].X);

    [Fact]
    public void A_break_even_that_is_not_reachable_is_told_and_not_shown()
    {
        var curve = Of(Examples.OneSegment(0.2m, 10_000, 40, 40, 1), Lever.PotentialCustomers);

        Assert.Equal(Unreachable.NoMargin, curve.BreakEven.Reason);
        Assert.Equal(12_000, curve.Points[^1].X);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1_001)]
    public void A_curve_has_2_to_1_000_points(int points) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => ProfitCurve.Of(Examples.Check, Examples.Check.Segments[0].Id, Lever.Price, points));

    private static ProfitCurve Of(Scenario scenario, Lever lever) =>
        ProfitCurve.Of(scenario, scenario.Segments[0].Id, lever, 11);
}
