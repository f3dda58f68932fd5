using System.Text.Json;
using System.Text.Json.Nodes;
using ProfitPlanner.ProfitModel.Projection;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.ProfitModel.Tests.Scenarios;

namespace ProfitPlanner.ProfitModel.Tests.Projection;

public class ProjectionDocumentTests
{
    private static readonly string SegmentPath = $"segments/{Plans.Segment}";
    private static readonly string ChannelPath = $"projection/channels/{Plans.Channel}";

    [Fact]
    public void A_plan_that_was_not_there_is_one_change()
    {
        var without = Plans.Growing with { Projection = null };

        var change = Assert.Single(ScenarioDiff.Between(without, Plans.Growing));
        Assert.Equal("projection", change.Path);
        var applied = ScenarioDiff.Apply(without, [change]);
        Assert.Empty(applied.NotApplied);
        Assert.Equal(ScenarioJson.Write(Plans.Growing), ScenarioJson.Write(applied.Scenario));

        var removed = Assert.Single(ScenarioDiff.Between(Plans.Growing, without));
        Assert.Null(ScenarioDiff.Apply(Plans.Growing, [removed]).Scenario.Projection);
    }

    [Fact]
    public void A_lifecycle_that_was_not_there_is_one_change()
    {
        var without = Plans.Growing with { Segments = [Plans.Growing.Segments[0] with { Lifecycle = null }] };
        var change = Assert.Single(ScenarioDiff.Between(without, Plans.Growing));
        Assert.Equal($"{SegmentPath}/lifecycle", change.Path);
        Assert.Equal(0.05m, ScenarioDiff.Apply(without, [change]).Scenario.Segments[0].Lifecycle!.Churn.Value);
    }

    [Fact]
    public void Two_people_change_a_channel_and_the_months_without_overlap()
    {
        var mine = Plans.Growing.WithChannel(channel => channel with { Reach = 5 });
        var theirs = Plans.Growing with { Projection = Plans.Growing.Projection! with { Months = 12 } };

        var merged = ScenarioMerge.ThreeWay(Plans.Growing, mine, theirs);

        Assert.Empty(merged.Overlaps);
        Assert.Equal(12, merged.Scenario.Projection!.Months);
        Assert.Equal(5, merged.Scenario.Projection.Channels[0].Reach.Value);
    }

    [Fact]
    public void Two_people_who_enter_the_same_month_overlap()
    {
        var month = MonthlyActual.Of(new DateOnly(2027, 3, 15));
        var merged = ScenarioMerge.ThreeWay(
            Plans.Growing,
            Plans.Growing with { Actuals = [month with { Revenue = 1 }] },
            Plans.Growing with { Actuals = [month with { Revenue = 2 }] });

        Assert.Single(merged.Overlaps);
        Assert.Equal(1, Assert.Single(merged.Scenario.Actuals).Revenue);
        Assert.Equal(new DateOnly(2027, 3, 1), month.Month);
    }

    [Fact]
    public void Dates_kinds_and_months_are_written_as_words()
    {
        var json = JsonNode.Parse(ScenarioJson.Write(Plans.With(null, plan => plan with
        {
            Start = new DateOnly(2027, 1, 1),
            CostLines = [new OneOffCost { Id = Guid.NewGuid(), Name = "Launch", Month = 2, Amount = 5 }],
        })))!["projection"]!;

        Assert.Equal("2027-01-01", (string?)json["start"]);
        Assert.Equal("oneOff", (string?)json["costLines"]![0]!["kind"]);
        Assert.Equal("search", (string?)json["channels"]![0]!["kind"]);
    }

    [Theory]
    [InlineData("costLines", "[{\"id\":\"0a0b0c0d-0000-4000-8000-000000000001\",\"name\":\"x\"}]", "$.projection.costLines[0]")]
    [InlineData("costLines", "[null]", "$.projection.costLines")]
    [InlineData("channels", "[null]", "$.projection.channels")]
    [InlineData("fundingRounds", "[null]", "$.projection.fundingRounds")]
    public void A_broken_entry_is_refused_with_its_place(string member, string value, string path)
    {
        var document = JsonNode.Parse(ScenarioJson.Write(Plans.Growing))!;
        document["projection"]![member] = JsonNode.Parse(value);
        Assert.Equal(path, Assert.Throws<JsonException>(() => ScenarioJson.Read(document.ToJsonString())).Path);
    }

    [Fact]
    public void Every_number_of_a_plan_is_an_input_with_its_path()
    {
        var paths = Plans.Growing.Inputs().Select(input => input.Path).ToList();

        Assert.Equal(paths.Distinct(), paths);
        Assert.Superset(
            new HashSet<string> { "projection/openingCash", "projection/discountRate", $"{ChannelPath}/reach", $"{ChannelPath}/conversion", $"{SegmentPath}/lifecycle/churn" },
            paths.ToHashSet());
    }

    public static TheoryData<Func<ProjectionPlan, ProjectionPlan>, string, ProblemKind> WrongPlans => new()
    {
        { plan => plan with { Months = 0 }, "projection/months", ProblemKind.TooSmall },
        { plan => plan with { Months = 121 }, "projection/months", ProblemKind.TooLarge },
        { plan => plan with { PaymentDelay = 13 }, "projection/paymentDelay", ProblemKind.TooLarge },
        { plan => plan with { Start = new DateOnly(2027, 1, 2) }, "projection/start", ProblemKind.NotFirstOfMonth },
        { plan => plan with { TaxRate = 1.1m }, "projection/taxRate", ProblemKind.NotAShare },
        { plan => plan with { Channels = [plan.Channels[0] with { From = 5, Until = 4 }] }, $"{ChannelPath}/until", ProblemKind.TooSmall },
        { plan => plan with { Channels = [plan.Channels[0], plan.Channels[0]] }, ChannelPath, ProblemKind.DuplicateId },
        { plan => plan with { Channels = [plan.Channels[0] with { Name = "" }] }, $"{ChannelPath}/name", ProblemKind.Missing },
    };

    [Theory]
    [MemberData(nameof(WrongPlans), DisableDiscoveryEnumeration = true)]
    public void What_is_wrong_with_a_plan_is_told_at_its_place(Func<ProjectionPlan, ProjectionPlan> wrong, string path, ProblemKind kind) =>
        Assert.Contains(Plans.With(null, wrong).Problems(), problem => problem.Path == path && problem.Kind == kind);

    [Fact]
    public void A_retention_curve_only_falls_and_a_month_is_there_once()
    {
        var change = new PriceChange { Id = Guid.NewGuid(), Month = 2, Price = 1 };
        Assert.Contains(Plans.With(new Lifecycle { Retention = [0.5m, 0.6m] }).Problems(), problem => problem.Kind == ProblemKind.ShareRises);
        Assert.Contains(Plans.With(new Lifecycle { PriceChanges = [change, change with { Id = Guid.NewGuid() }] }).Problems(), problem => problem.Kind == ProblemKind.SameMonth);
        var actual = MonthlyActual.Of(new DateOnly(2027, 1, 1));
        Assert.Contains((Plans.Growing with { Actuals = [actual, actual with { Id = Guid.NewGuid() }] }).Problems(), problem => problem.Kind == ProblemKind.SameMonth);
        Assert.Empty(Plans.Growing.Problems());
    }
}
