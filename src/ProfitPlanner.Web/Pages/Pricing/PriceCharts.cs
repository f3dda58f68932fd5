using Microsoft.Extensions.Localization;
using ProfitPlanner.ProfitModel.Pricing;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.Web.Charts;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Pricing;

/// <summary>Profit against one segment's price.</summary>
internal sealed class PriceCharts(IStringLocalizer<PricingTexts> texts, Scenario scenario)
{
    private const int Points = 61;
    private const int RowsEvery = 6;

    public Chart Response(SegmentPrice price)
    {
        var response = PriceResponse.Of(scenario, price.Id, Points);
        var marks = new List<MarkedPoint> { new(response.Current.Price, response.Current.Profit, $"{texts["Today"].Value} {Money(response.Current.Price)}") };
        // The plan's price, which heeds capacities; the curve is of this segment alone.
        if (price.Reason is null)
            marks.Add(new MarkedPoint(price.BestPrice, ProfitAt(response, price.BestPrice), $"{texts["Best"].Value} {Money(price.BestPrice)}"));
        string title = price.Reason is { } reason
            ? texts["ResponseNone", price.Name, texts[$"NoOptimum.{reason}"].Value]
            : price.Flat is { } flat
                ? texts["ResponseFlat", price.Name, Money(price.BestPrice), Money((decimal)flat.Lowest), Money((decimal)flat.Highest)]
                : texts["ResponseBest", price.Name, Money(price.BestPrice)];
        return new Chart("response", title,
            new LinesDrawing(scenario.Currency.Code, AxisUnit.Money, texts["Price"], AxisUnit.Money, texts["Profit"],
                [new LineSeries(texts["Profit"], [.. response.Points.Select(p => new[] { p.Price, p.Profit })])],
                Shaded: price.Flat is { } region ? [new ShadedRange((decimal)region.Lowest, (decimal)region.Highest, texts["AboutAsGood"])] : null,
                Marks: marks),
            [texts["Price"], texts["Conversion"], texts["Profit"]],
            [.. response.Points.Where((_, i) => i % RowsEvery == 0).Select(p => new[] { Money(p.Price), Format.Percent(p.Conversion), Money(p.Profit) })]);
    }

    // Along the line that is drawn, so that the mark lies on it.
    private static decimal ProfitAt(PriceResponse response, decimal price)
    {
        var points = response.Points;
        var right = 1;
        while (right < points.Count - 1 && points[right].Price < price)
            right++;
        var (from, to) = (points[right - 1], points[right]);
        return from.Profit + (to.Profit - from.Profit) * (price - from.Price) / (to.Price - from.Price);
    }

    private string Money(decimal amount) => Format.Money(amount, scenario.Currency);
}
