using CsCheck;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Tests.Scenarios;

public class ModelProperties
{
    private static readonly Gen<decimal> Factor = Gen.Int[0, 1_000].Select(thousandths => thousandths / 1_000m);

    [Fact]
    public void Generated_scenarios_are_valid() =>
        Generate.Scenario.Sample(scenario => scenario.Problems().Count == 0);

    [Fact]
    public void Totals_are_the_sums_of_the_segments() =>
        Generate.Scenario.Sample(scenario =>
        {
            var result = scenario.Evaluate();
            Assert.Equal(result.Segments.Sum(segment => segment.Customers), result.Customers);
            AssertClose(result.Segments.Sum(segment => segment.Revenue), result.Revenue, result);
            AssertClose(result.Segments.Sum(segment => segment.VariableCost), result.VariableCost, result);
            AssertClose(result.Segments.Sum(segment => segment.RetentionCost), result.RetentionCost, result);
            AssertClose(result.Segments.Sum(segment => segment.Contribution), result.Contribution, result);
            AssertClose(result.Contribution - scenario.FixedCosts.Sum(line => line.Amount), result.Profit, result);
            AssertClose(result.Segments.Sum(segment => segment.Customers * segment.MarginPerCustomer), result.Contribution, result);
        });

    [Fact]
    public void Profit_is_linear_in_conversion() =>
        Gen.Select(Generate.ScenarioWithSegments, Factor).Sample((scenario, factor) =>
            AssertLinear(scenario, factor, segment => segment with { Conversion = factor * segment.Conversion }));

    [Fact]
    public void Profit_is_linear_in_potential_customers() =>
        Gen.Select(Generate.ScenarioWithSegments, Factor).Sample((scenario, factor) =>
            AssertLinear(scenario, factor, segment => segment with { PotentialCustomers = factor * segment.PotentialCustomers }));

    [Fact]
    public void Twice_the_customers_at_half_the_conversion_change_nothing() =>
        Generate.Scenario.Sample(scenario => AssertClose(
            scenario.Evaluate().Profit,
            OnAll(scenario, segment => segment with
            {
                PotentialCustomers = 2 * segment.PotentialCustomers,
                Conversion = segment.Conversion / 2,
            }).Evaluate().Profit,
            scenario.Evaluate()));

    [Fact]
    public void Profit_is_zero_where_a_segment_breaks_even() =>
        Gen.Select(Generate.ScenarioWithSegments, Gen.Enum<Lever>()).Sample((scenario, lever) =>
        {
            var segment = scenario.Segments[0];
            if (BreakEven.OfSegment(scenario, segment.Id)[lever].Value is not { } value)
                return;
            AssertNoProfit(scenario, scenario with
            {
                Segments = [Moved(segment, lever, value), .. scenario.Segments.Skip(1)],
            });
        });

    [Fact]
    public void Profit_is_zero_where_all_segments_break_even_together() =>
        Gen.Select(Generate.ScenarioWithSegments, Gen.Enum<Lever>()).Sample((scenario, lever) =>
        {
            if (BreakEven.CommonFactor(scenario)[lever].Value is not { } factor)
                return;
            AssertNoProfit(
                scenario, OnAll(scenario, segment => Moved(segment, lever, factor * Present(segment, lever))));
        });

    [Fact]
    public void Where_no_break_even_is_reachable_profit_keeps_its_sign_over_the_whole_range() =>
        Gen.Select(Generate.ScenarioWithSegments, Gen.Enum<Lever>(), Factor).Sample((scenario, lever, share) =>
        {
            var segment = scenario.Segments[0];
            if (BreakEven.OfSegment(scenario, segment.Id)[lever].Reason is not { } reason)
                return;
            var x = lever == Lever.Conversion ? share : share * 1_000_000;
            var there = scenario with { Segments = [Moved(segment, lever, x), .. scenario.Segments.Skip(1)] };
            var sign = reason switch
            {
                Unreachable.AlreadyCovered => 1,
                Unreachable.AlwaysZero => 0,
                _ => -1,
            };
            Assert.Equal(sign, Math.Sign(there.Evaluate().Profit));
        });

    [Fact]
    public void A_curve_spans_zero_the_present_and_the_break_even() =>
        Gen.Select(Generate.ScenarioWithSegments, Gen.Enum<Lever>(), Gen.Int[2, 50]).Sample((scenario, lever, points) =>
        {
            var curve = ProfitCurve.Of(scenario, scenario.Segments[0].Id, lever, points);
            Assert.Equal(points, curve.Points.Count);
            Assert.Equal(0, curve.Points[0].X);
            Assert.InRange(curve.Current, 0, curve.Points[^1].X);
            Assert.InRange(curve.BreakEven.Value ?? 0, 0, curve.Points[^1].X);
            Assert.True(curve.Points.Zip(curve.Points.Skip(1)).All(pair => pair.First.X < pair.Second.X));
            AssertClose(scenario.Evaluate().Profit, curve.CurrentProfit, scenario.Evaluate());
        });

    private static Scenario OnAll(Scenario scenario, Func<Segment, Segment> change) =>
        scenario with { Segments = [.. scenario.Segments.Select(change)] };

    private static decimal Present(Segment segment, Lever lever) => lever switch
    {
        Lever.Conversion => segment.Conversion,
        Lever.PotentialCustomers => segment.PotentialCustomers,
        _ => segment.Revenue.PerCustomer,
    };

    private static Segment Moved(Segment segment, Lever lever, decimal value) => lever switch
    {
        Lever.Conversion => segment with { Conversion = value },
        Lever.PotentialCustomers => segment with { PotentialCustomers = value },
        _ => segment with { Revenue = new Subscription(value) },
    };

    /// <summary>P(k·x) = k·P(x) + (1 − k)·P(0), for any number of the first segment.</summary>
    private static void AssertLinear(Scenario scenario, decimal factor, Func<Segment, Segment> scaled)
    {
        var result = scenario.Evaluate();
        var withoutFirst = (scenario with { Segments = [.. scenario.Segments.Skip(1)] }).Evaluate().Profit;
        var there = scenario with { Segments = [scaled(scenario.Segments[0]), .. scenario.Segments.Skip(1)] };
        AssertClose(factor * result.Profit + (1 - factor) * withoutFirst, there.Evaluate().Profit, result);
    }

    private static void AssertNoProfit(Scenario before, Scenario moved) =>
        Assert.InRange(Math.Abs(moved.Evaluate().Profit), 0, Tolerance(before.Evaluate()) + Tolerance(moved.Evaluate()));

    private static void AssertClose(decimal expected, decimal actual, ProfitResult scale) =>
        Assert.InRange(Math.Abs(expected - actual), 0, Tolerance(scale));

    /// <summary>1e-12 of what goes in and out [currency], or of 1 where that is less: decimal ends at 28 digits.</summary>
    private static decimal Tolerance(ProfitResult scale) =>
        1e-12m * Math.Max(1, scale.Revenue + scale.VariableCost + scale.RetentionCost + scale.FixedCost);
}
