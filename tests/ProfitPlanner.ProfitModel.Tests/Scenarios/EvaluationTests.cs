using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Tests.Scenarios;

public class EvaluationTests
{
    [Fact]
    public void The_check_gives_40_000_and_not_the_article_s_140_000()
    {
        var result = Examples.Check.Evaluate();

        Assert.Equal(40_000, result.Profit);
        Assert.Equal(140_000, result.Contribution);
        Assert.Equal(100_000, result.FixedCost);
        Assert.Equal(2_000, result.Customers);
        Assert.Equal(200_000, result.Revenue);
        Assert.Equal(60_000, result.VariableCost);
        Assert.Equal(0, result.RetentionCost);
        Assert.Equal(0.7m, result.ContributionMargin);
        Assert.Equal(0.2m, result.ProfitMargin);
    }

    [Fact]
    public void Three_segments_give_56_760()
    {
        var result = Examples.ThreeSegments.Evaluate();

        Assert.Equal([120_000m, 72_000m, 14_760m], result.Segments.Select(segment => segment.Contribution));
        Assert.Equal(2_206, result.Customers);
        Assert.Equal(295_000, result.Revenue);
        Assert.Equal(56_760, result.Profit);
    }

    [Fact]
    public void A_segment_s_own_costs_replace_the_scenario_s_even_where_they_are_zero()
    {
        var scenario = Scenario.Blank("Costs", Currency.Of("EUR"), Period.Year) with
        {
            VariableCost = 30,
            RetentionCost = 5,
            Segments =
            [
                Examples.Segment(0.1m, 100, 50),
                Examples.Segment(0.1m, 100, 50) with { VariableCost = 0, RetentionCost = 8 },
            ],
        };

        var result = scenario.Evaluate();

        Assert.Equal([30m, 0m], result.Segments.Select(segment => segment.VariableCostPerCustomer));
        Assert.Equal([5m, 8m], result.Segments.Select(segment => segment.RetentionCostPerCustomer));
        Assert.Equal([15m, 42m], result.Segments.Select(segment => segment.MarginPerCustomer));
        Assert.Equal([0.3m, 0.84m], result.Segments.Select(segment => segment.ContributionMargin));
        Assert.Equal((300m, 130m, 570m), (result.VariableCost, result.RetentionCost, result.Profit));
    }

    [Fact]
    public void A_scenario_without_segments_loses_its_fixed_cost()
    {
        var scenario = Scenario.Blank("Blank", Currency.Of("JPY"), Period.Quarter) with
        {
            FixedCosts = [Examples.FixedCost(700), Examples.FixedCost(300)],
        };

        var result = scenario.Evaluate();

        Assert.Equal(-1_000, result.Profit);
        Assert.Equal((Currency.Of("JPY"), Period.Quarter), (result.Currency, result.Period));
        Assert.Null(result.ContributionMargin);
        Assert.Null(result.ProfitMargin);
        Assert.Equal(0, Scenario.Blank("Blank", Currency.Of("EUR"), Period.Month).Evaluate().Profit);
    }

    [Fact]
    public void Nothing_is_rounded()
    {
        var result = Examples.OneSegment(0.333m, 1, 0.01m, 0, 0).Evaluate();

        Assert.Equal(0.333m, result.Customers);
        Assert.Equal(0.00333m, result.Profit);
    }

    [Fact]
    public void The_largest_valid_scenario_is_calculated_without_overflow()
    {
        var dear = Examples.Segment(1, ScenarioLimits.Quantity, ScenarioLimits.Money);
        var costly = Examples.Segment(1, ScenarioLimits.Quantity, 0) with
        {
            VariableCost = ScenarioLimits.Money,
            RetentionCost = ScenarioLimits.Money,
        };
        foreach (var segment in new[] { dear, costly })
        {
            var scenario = Examples.Check with
            {
                Segments = [.. Enumerable.Range(0, 200).Select(_ => segment with { Id = Guid.NewGuid() })],
                FixedCosts = [.. Enumerable.Range(0, 200).Select(_ => Examples.FixedCost(ScenarioLimits.Money))],
            };

            Assert.Empty(scenario.Problems());
            Assert.NotEqual(0, scenario.Evaluate().Profit);
            Assert.NotNull(BreakEven.CommonFactor(scenario));
            Assert.NotNull(BreakEven.OfSegment(scenario, scenario.Segments[0].Id));
        }
    }

    [Fact]
    public void A_margin_beyond_any_number_is_none_rather_than_an_overflow()
    {
        var result = Examples.OneSegment(1, 1, 0.0000000000000000000000000001m, 1_000, 0).Evaluate();

        Assert.Null(result.ContributionMargin);
        Assert.Null(result.Segments[0].ContributionMargin);
    }
}
