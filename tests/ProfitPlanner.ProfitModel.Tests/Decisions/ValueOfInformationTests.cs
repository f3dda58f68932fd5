using CsCheck;
using ProfitPlanner.ProfitModel.Decisions;
using ProfitPlanner.ProfitModel.Pricing;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.ProfitModel.Tests.Scenarios;
using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.ProfitModel.Tests.Decisions;

public class ValueOfInformationTests
{
    private const string FixedCost = "fixedCosts/";

    private static readonly int[] Sizes = [0, 1, 10, 100, 1_000, 100_000];

    private static readonly string[] ByWorth = ["200", "100", "50"];

    [Fact]
    public void A_table_of_prices_and_demand_is_worth_20_to_know_and_8_to_ask()
    {
        var decision = new DiscreteDecision([0.6, 0.4], [[40, 30], [90, -20], [0, 0]]);

        Assert.Equal(46, decision.ExpectedPayoff, 12);
        Assert.Equal(20, decision.PerfectInformation, 12);
        Assert.Equal(8, decision.SampleInformation([[0.8, 0.3], [0.2, 0.7]]), 12);
    }

    [Fact]
    public void A_normal_profit_has_the_closed_form()
    {
        var decision = new NormalGoNoGo(20_000, 50_000);

        Assert.Equal(11_521.9418473727, decision.PerfectInformation, 7);
        Assert.Equal(0.3445782584, decision.ProbabilityOfLoss, 10);
    }

    [Fact]
    public void Whether_to_launch_is_worth_as_much_to_know_as_the_closed_form_says()
    {
        // Profit 20,000 ± 50,000, of which only the fixed cost is uncertain.
        var scenario = Launch(new NormalDistribution(180_000, 50_000));

        var value = Assert.IsType<DecisionValue>(Weigh(Choices.LaunchOrNot(scenario)));

        var expected = new NormalGoNoGo(20_000, 50_000);
        Assert.Equal(AlternativeKind.AsPlanned, value.Best.Alternative.Kind);
        Assert.InRange(value.Best.Mean, 19_950, 20_050);
        Assert.InRange(value.PerfectInformation, expected.PerfectInformation - 4 * value.PerfectInformationError - 1, expected.PerfectInformation + 4 * value.PerfectInformationError + 1);
        Assert.InRange(value.ProbabilityOfRegret, expected.ProbabilityOfLoss - 0.005, expected.ProbabilityOfLoss + 0.005);
        var input = Assert.Single(value.Inputs);
        AssertNear(value.PerfectInformation, input.PerfectInformation, expected.PerfectInformation * 0.005);
    }

    [Fact]
    public void A_sample_is_worth_what_the_closed_form_says()
    {
        var scenario = Launch(new NormalDistribution(180_000, 50_000));
        var value = Assert.IsType<DecisionValue>(Weigh(Choices.LaunchOrNot(scenario)));

        // 4 observations with a noise of 100,000 take away half the variance.
        Assert.Equal(0.5, value.Inputs[0].Learned(4, 100_000), 12);
        AssertNear(new NormalGoNoGo(20_000, 50_000).SampleInformation(0.5), value.Inputs[0].SampleInformation(4, 100_000), 60);
    }

    [Fact]
    public void Of_two_numbers_each_is_worth_its_own_closed_form()
    {
        // P = 140,000 + normal(0, 30,000) − normal(120,000, 40,000): each alone leaves the other's mean.
        var scenario = Launch(new NormalDistribution(120_000, 40_000)) with { Segments = [Segment(new NormalDistribution(0.2, 30_000.0 / 700_000))] };
        var value = Assert.IsType<DecisionValue>(Weigh(Choices.LaunchOrNot(scenario), new SimulationOptions { Trials = 65_536 }));

        Assert.StartsWith(FixedCost, value.Inputs[0].Input.Path, StringComparison.Ordinal);
        AssertNear(new NormalGoNoGo(20_000, 40_000).PerfectInformation, value.Inputs[0].PerfectInformation, 100);
        AssertNear(new NormalGoNoGo(20_000, 30_000).PerfectInformation, value.Inputs[1].PerfectInformation, 100);
        AssertNear(new NormalGoNoGo(20_000, 50_000).PerfectInformation, value.PerfectInformation, 100);
    }

    [Fact]
    public void A_number_that_could_change_no_decision_is_worth_nothing()
    {
        var scenario = Launch(new UniformDistribution(1_000, 2_000));

        var value = Assert.IsType<DecisionValue>(Weigh(Choices.LaunchOrNot(scenario)));

        Assert.Equal(0, value.PerfectInformation);
        Assert.Equal(0, Assert.Single(value.Inputs).PerfectInformation);
        Assert.Null(Assert.Single(FindOutNext.Of(scenario, value)).Sample);
    }

    [Fact]
    public void Which_price_is_asked_by_the_demand_curve_and_its_slope_is_worth_knowing()
    {
        var segment = Segment(new UniformDistribution(0.1, 0.3)) with
        {
            Demand = new LogitDemand(new Estimate(new NormalDistribution(4, 0.8)), new Estimate(new NormalDistribution(-0.05, 0.01))),
        };
        var scenario = Launch(new UniformDistribution(90_000, 110_000)) with { Segments = [segment] };

        var value = Assert.IsType<DecisionValue>(Weigh(Choices.WhichPrice(scenario, segment.Id)));

        Assert.True(value.Alternatives.Count >= 5);
        Assert.Contains("/demand/", value.Inputs[0].Input.Path, StringComparison.Ordinal);
        Assert.True(value.Inputs[0].PerfectInformation > 1_000);
        // The fixed cost is the same at every price.
        var cost = value.Inputs.Single(input => input.Input.Path.StartsWith(FixedCost, StringComparison.Ordinal));
        Assert.InRange(cost.PerfectInformation, 0, value.PerfectInformation * 0.01);
        Assert.Equal(WayToFindOut.PriceExperiment, FindOutNext.Of(scenario, value)[0].Way);
    }

    [Fact]
    public void A_segment_without_a_demand_curve_has_no_price_to_choose() =>
        Assert.Empty(Choices.WhichPrice(Examples.Check, Examples.Check.Segments[0].Id));

    [Fact]
    public void Scenarios_that_share_their_numbers_are_weighed_on_the_same_draws()
    {
        var one = Launch(new NormalDistribution(100_000, 50_000));
        var other = one with { FixedCosts = [.. one.FixedCosts, new FixedCost { Id = Guid.NewGuid(), Name = "More", Amount = 10 }] };

        var value = Assert.IsType<DecisionValue>(Weigh(Choices.WhichScenario([one, other])));

        Assert.Single(value.Inputs);
        Assert.Equal(0, value.PerfectInformation);
        Assert.Equal(10, value.Alternatives[0].Mean - value.Alternatives[1].Mean, 6);
    }

    [Fact]
    public void An_experiment_is_ranked_by_what_is_left_after_its_cost()
    {
        var scenario = Launch(new NormalDistribution(120_000, 1_000)) with { Segments = [Segment(new BetaDistribution(4, 16))] };
        var path = $"segments/{scenario.Segments[0].Id}/conversion";
        PlannedExperiment Survey(int size, decimal cost) => new() { Id = Guid.NewGuid(), Name = $"{size}", Input = path, SampleSize = size, Cost = cost };
        scenario = scenario with { Experiments = [Survey(50, 1_000_000), Survey(100, 100), Survey(200, 0)] };

        var value = Assert.IsType<DecisionValue>(Weigh(Choices.LaunchOrNot(scenario)));
        var ranked = FindOutNext.Experiments(scenario, value);

        Assert.Equal(ByWorth, ranked.Select(each => each.Experiment.Name));
        Assert.True(ranked[0].Net > 0 && ranked[2].Net < 0);
    }

    [Fact]
    public void More_is_never_worth_less_and_never_more_than_certainty() =>
        Gen.Select(Gen.Double[1, 50], Gen.Double[1, 50], Gen.Double[50_000, 300_000], Gen.Double[1_000, 60_000]).Sample((alpha, beta, mean, sd) =>
        {
            var scenario = Launch(new NormalDistribution(mean, sd)) with { Segments = [Segment(new BetaDistribution(alpha, beta))] };
            var value = (DecisionValue)Weigh(Choices.LaunchOrNot(scenario), new SimulationOptions { Trials = 2_048 });
            foreach (var input in value.Inputs)
            {
                double[] worth = [.. Sizes.Select(size => input.SampleInformation(size, sd)), input.PerfectInformation, value.PerfectInformation];
                Assert.Equal(0, worth[0]);
                Assert.All(worth.Zip(worth.Skip(1)), pair => Assert.True(pair.First <= pair.Second * (1 + 1e-9) + 1e-6, $"{pair}"));
            }
        }, iter: 60);

    [Fact]
    public void Correlations_that_cannot_all_hold_are_told()
    {
        var scenario = Launch(new NormalDistribution(100_000, 50_000)) with
        {
            VariableCost = new Estimate(new UniformDistribution(10, 20)),
            Segments = [Segment(new BetaDistribution(4, 16))],
        };
        string[] paths = ["variableCost", $"fixedCosts/{scenario.FixedCosts[0].Id}/amount", $"segments/{scenario.Segments[0].Id}/conversion"];
        Correlation Pair(int first, int second, decimal rank) => new() { Id = Guid.NewGuid(), First = paths[first], Second = paths[second], Rank = rank };
        scenario = scenario with { Correlations = [Pair(0, 1, 0.9m), Pair(1, 2, 0.9m), Pair(0, 2, -0.9m)] };

        Assert.IsType<UnweighableDecision>(Weigh(Choices.LaunchOrNot(scenario)));
    }

    private static void AssertNear(double expected, double actual, double tolerance) =>
        Assert.InRange(actual, expected - tolerance, expected + tolerance);

    private static DecisionOutcome Weigh(IReadOnlyList<Alternative> alternatives, SimulationOptions? options = null) =>
        ValueOfInformation.Of(alternatives, options, TestContext.Current.CancellationToken);

    // α·N·m = 0.2 · 10,000 · 100 = 200,000 before the fixed cost.
    private static Scenario Launch(Distribution fixedCost) => Examples.OneSegment(0.2m, 10_000, 100, 0, 0) with
    {
        FixedCosts = [new FixedCost { Id = Guid.NewGuid(), Name = "Rent", Amount = new Estimate(fixedCost) }],
    };

    private static Segment Segment(Distribution conversion) => Examples.Segment(0, 7_000, 100) with { Conversion = new Estimate(conversion) };
}
