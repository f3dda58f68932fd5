using Microsoft.Extensions.Localization;
using ProfitPlanner.ProfitModel;
using ProfitPlanner.ProfitModel.Pricing;
using ProfitPlanner.Web.Charts;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Pricing;

/// <summary>Profit against one segment's price.</summary>
internal sealed class PriceCharts(IStringLocalizer<PricingTexts> texts, Currency currency)
{
    /// <summary>More than the eye needs of a curve; fewer would show its corners.</summary>
    public const int Points = 61;

    private const int RowsEvery = 6;

    public Chart Response(SegmentPrice price, IReadOnlyList<PriceResponsePoint> points, PriceResponsePoint current)
    {
        var marks = new List<MarkedPoint> { new(current.Price, current.Profit, $"{texts["Today"].Value} {Money(current.Price)}") };
        // The plan's price, which heeds capacities; the curve is of this segment alone.
        if (price.Reason is null)
            marks.Add(new MarkedPoint(price.BestPrice, ProfitAt(points, price.BestPrice), $"{texts["Best"].Value} {Money(price.BestPrice)}"));
        string title = price.Reason is { } reason
            ? texts["ResponseNone", price.Name, texts[$"NoOptimum.{reason}"].Value]
            : price.Flat is { } flat
                ? texts["ResponseFlat", price.Name, Money(price.BestPrice), Money((decimal)flat.Lowest), Money((decimal)flat.Highest)]
                : texts["ResponseBest", price.Name, Money(price.BestPrice)];
        return new Chart("response", title,
            new LinesDrawing(currency.Code, AxisUnit.Money, texts["Price"], AxisUnit.Money, texts["Profit"],
                [new LineSeries(texts["Profit"], [.. points.Select(p => new[] { p.Price, p.Profit })])],
                Shaded: price.Flat is { } region ? [new ShadedRange((decimal)region.Lowest, (decimal)region.Highest, texts["AboutAsGood"])] : null,
                Marks: marks),
            [texts["Price"], texts["Conversion"], texts["Profit"]],
            [.. points.Where((_, i) => i % RowsEvery == 0).Select(p => new[] { Money(p.Price), Format.Percent(p.Conversion), Money(p.Profit) })]);
    }

    // Along the line that is drawn, so that the mark lies on it.
    private static decimal ProfitAt(IReadOnlyList<PriceResponsePoint> points, decimal price)
    {
        var right = 1;
        while (right < points.Count - 1 && points[right].Price < price)
            right++;
        var (from, to) = (points[right - 1], points[right]);
        return from.Profit + (to.Profit - from.Profit) * (price - from.Price) / (to.Price - from.Price);
    }

    private string Money(decimal amount) => Format.Money(amount, currency);
}
