using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using ProfitPlanner.ProfitModel.Projection;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.Web.Pages.Scenarios;
using ProfitPlanner.Web.Texts;
using static ProfitPlanner.Web.Tests.Pages.PlanRoom;

namespace ProfitPlanner.Web.Tests.Pages.Scenarios;

/// <summary>What the history says of changes in lists within lists.</summary>
public sealed class ChangeWordsTests
{
    private static readonly Channel Search = new() { Id = Guid.NewGuid(), Name = "Search", Segment = Shops, Reach = 1_000 };
    private static readonly Scenario Before = Article() with { Projection = new ProjectionPlan { Channels = [Search] } };

    [Fact]
    public void A_channels_number_goes_by_the_channels_name() =>
        Assert.Equal([("Search: reach", "1000", "2000")], Words(With(Search with { Reach = 2_000 })));

    [Fact]
    public void A_channel_that_is_added_or_removed_is_told_by_its_name()
    {
        Assert.Equal([("Channel “Fairs” added", null, null)], Words(With(Search, Search with { Id = Guid.NewGuid(), Name = "Fairs" })));
        Assert.Equal([("Channel “Search” removed", null, null)], Words(With()));
    }

    [Fact]
    public void A_price_change_is_told_within_its_segment()
    {
        var lifecycle = new Lifecycle { Churn = 0.05m };
        var before = Article() with { Segments = [Article().Segments[0] with { Lifecycle = lifecycle }] };
        var after = Article() with { Segments = [Article().Segments[0] with { Lifecycle = lifecycle with { PriceChanges = [new PriceChange { Id = Guid.NewGuid(), Price = 120 }] } }] };

        Assert.Equal([("Shops: Price change added", null, null)], Words(before, after));
    }

    [Fact]
    public void A_segments_number_and_a_number_of_the_whole_scenario_are_told_as_before() =>
        Assert.Equal(
            [("Variable cost", "0", "5"), ("Shops: Potential customers", "10000", "12000")],
            Words(Article(), Article() with { VariableCost = 5, Segments = [Article().Segments[0] with { PotentialCustomers = 12_000 }] }));

    private static Scenario With(params IReadOnlyList<Channel> channels) => Before with { Projection = Before.Projection! with { Channels = channels } };

    private static IEnumerable<(string, string?, string?)> Words(Scenario after) => Words(Before, after);

    private static IEnumerable<(string, string?, string?)> Words(Scenario before, Scenario after)
    {
        var texts = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider().GetRequiredService<IStringLocalizer<ScenarioTexts>>();
        return new ChangeWords(texts).Of(ScenarioDiff.Between(before, after), after, before).Select(change => (change.What, change.Before, change.After));
    }
}
