using Microsoft.Extensions.Localization;
using ProfitPlanner.Application.Sharing;
using ProfitPlanner.ProfitModel.Projection;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.ProfitModel.Uncertainty;
using ProfitPlanner.Web.Charts;
using ProfitPlanner.Web.Pages.Pricing;
using ProfitPlanner.Web.Pages.Projection;
using ProfitPlanner.Web.Pages.Scenarios;
using ProfitPlanner.Web.Pages.Uncertainty;
using ProfitPlanner.Web.Texts;
using DemandRows = ProfitPlanner.Web.Pages.Demand.DemandCharts;

namespace ProfitPlanner.Web.Pages.Sharing.Viewing;

/// <summary>The pictures of a dashboard: those of the founder's pages, of what was frozen.</summary>
public sealed class DashboardCharts(
    IStringLocalizer<ScenarioTexts> scenarioTexts, IStringLocalizer<PricingTexts> pricingTexts, IStringLocalizer<UncertaintyTexts> uncertaintyTexts,
    IStringLocalizer<ProjectionTexts> timeTexts, IStringLocalizer<DashboardTexts> texts, InputWords words)
{
    private const string NoCurrency = "USD";

    /// <summary>The picture of a part; null where there is nothing to draw.</summary>
    /// <param name="price">Whose prices, by its place among the segments.</param>
    public Chart? Of(DashboardPart part, SharedScenario shown, int price)
    {
        var (scenario, results) = (shown.Scenario, shown.Results);
        return part switch
        {
            DashboardPart.Waterfall => new ScenarioCharts(scenarioTexts).Waterfall(results.Profit),
            DashboardPart.Segments when results.Profit.Segments.Count > 0 => new ScenarioCharts(scenarioTexts).BySegment(results.Profit),
            DashboardPart.Price when results.Prices.Count > 0 => Price(scenario, results.Prices[price]),
            DashboardPart.Cash => Cash(scenario, results),
            DashboardPart.Tornado => new UncertaintyCharts(uncertaintyTexts, words, scenario).Swings(results.Tornado, results.Profit.Profit),
            DashboardPart.Demand when shown.Demand.Count > 0 => Demand(shown.Demand),
            _ => null,
        };
    }

    /// <summary>How profits are spread; null where nothing is uncertain.</summary>
    public Chart? Histogram(SharedScenario shown) => shown.Results.Simulation is { Inputs.Count: > 0 } simulation
        ? new UncertaintyCharts(uncertaintyTexts, words, shown.Scenario).Histogram(simulation)
        : null;

    public Chart Cash(Scenario scenario, ScenarioResults results) => new ProjectionCharts(timeTexts, scenario, results.Projection).Cash(results.Fan);

    private Chart Price(Scenario scenario, PriceCurve curve) =>
        new PriceCharts(pricingTexts, scenario.Currency).Response(curve.Price, curve.Points, curve.Current);

    private Chart Demand(IReadOnlyList<SharedDemand> demand)
    {
        string Segment(SharedDemand each) => each.Segment ?? texts["Everybody"];
        List<string> segments = [.. demand.Select(Segment).Distinct()], intents = [.. demand.Select(each => DashboardWords.Name(each.Intent)).Distinct()];
        var most = demand.MaxBy(each => each.Share.Corrected)!;
        return new Chart("demand",
            texts["DemandTitle", DashboardWords.Name(most.Intent), Format.Percent(most.Share.Corrected, 1), Segment(most)],
            new HeatmapDrawing(NoCurrency, AxisUnit.Share, texts["Segment"], segments, texts["Intent"], intents,
                [
                    .. demand.Select(each => new[]
                    {
                        segments.IndexOf(Segment(each)), intents.IndexOf(DashboardWords.Name(each.Intent)), (decimal)Math.Round(each.Share.Corrected, 5),
                    }),
                ]),
            [texts["Segment"], texts["Intent"], texts["Counted"], texts["Conversations"], texts["PlainShare"], texts["CorrectedShare"], texts["Low"], texts["High"]],
            [
                .. demand.Select(each => (IReadOnlyList<string>)
                    [Segment(each), .. DemandRows.Row(DashboardWords.Name(each.Intent), each.Share, each.Conversations)]),
            ]);
    }
}
