using Microsoft.Extensions.Localization;
using ProfitPlanner.ProfitModel.Pricing;
using ProfitPlanner.ProfitModel.Pricing.Fitting;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.Web.Charts;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Pricing;

/// <summary>Pictures of demand against price.</summary>
internal sealed class DemandCharts(IStringLocalizer<PricingTexts> texts, Scenario scenario)
{
    private const int Steps = 60;
    private const int RowsEvery = 6;

    public Chart Curve(Segment segment, IReadOnlyList<PriceObservation> observations)
    {
        var price = segment.Revenue.PerCustomer;
        var curve = segment.Demand?.Curve() ?? new FixedDemand((double)segment.Conversion.Value);
        var end = End(curve, price, observations);
        var points = Enumerable.Range(0, Steps + 1).Select(i => end * i / Steps)
            .Select(p => new[] { p, (decimal)curve.At((double)p) }).ToList();
        var lines = new List<LineSeries> { new(texts["Conversion"], points) };
        if (observations.Count > 0)
        {
            lines.Add(new LineSeries(texts["Measured"],
                [.. observations.Where(o => o.Offered > 0).Select(o => new[] { (decimal)o.Price, (decimal)o.Bought / o.Offered })], IsDots: true));
        }
        var now = (decimal)curve.At((double)price);
        var elasticity = curve.ElasticityAt((double)price);
        string title = segment.Demand is null
            ? texts["CurveFixed", segment.Name, Format.Percent(now)]
            : elasticity is { } e
                ? texts["CurveElasticity", Money(price), Format.Percent(now), segment.Name, Format.Number(Math.Abs((decimal)Math.Round(e, 2)))]
                : texts["CurveNobody", Money(price), segment.Name];
        return new Chart("demand", title,
            new LinesDrawing(scenario.Currency.Code, AxisUnit.Money, texts["Price"], AxisUnit.Share, texts["Conversion"], lines,
                Marks: [new MarkedPoint(price, now, texts["Today"])]),
            [texts["Price"], texts["Conversion"]],
            [.. points.Where((_, i) => i % RowsEvery == 0).Select(p => new[] { Money(p[0]), Format.Percent(p[1]) })]);
    }

    public Chart Meter(VanWestendorp meter)
    {
        LineSeries Line(string name, Func<PriceSensitivityShares, double> share, bool isDashed = false) =>
            new(texts[name], [.. meter.Curves.Select(c => new[] { (decimal)c.Price, (decimal)share(c) })], isDashed);
        var range = meter.Standard;
        return new Chart("meter",
            texts["MeterTitle", Money((decimal)range.MarginalCheapness.Linear), Money((decimal)range.MarginalExpensiveness.Linear)],
            new LinesDrawing(scenario.Currency.Code, AxisUnit.Money, texts["Price"], AxisUnit.Share, texts["ShareOfPeople"],
                [
                    Line("TooCheap", c => c.TooCheap), Line("NotCheap", c => c.NotCheap, true),
                    Line("TooExpensive", c => c.TooExpensive), Line("NotExpensive", c => c.NotExpensive, true),
                ],
                Shaded: [new ShadedRange((decimal)range.MarginalCheapness.Linear, (decimal)range.MarginalExpensiveness.Linear, texts["Acceptable"])]),
            [texts["Price"], texts["TooCheap"], texts["Cheap"], texts["Expensive"], texts["TooExpensive"]],
            [.. meter.Curves.Select(c => new[] { Money((decimal)c.Price), Share(c.TooCheap), Share(c.Cheap), Share(c.Expensive), Share(c.TooExpensive) })]);
    }

    private static decimal End(DemandCurve curve, decimal price, IReadOnlyList<PriceObservation> observations)
    {
        var seldom = curve.PriceAt(curve.At(0) / 50) is { } p && p < 1e9 ? (decimal)p : 0;
        var toShow = Math.Max(price * 1.5m, observations.Select(o => (decimal)o.Price * 1.2m).DefaultIfEmpty().Max());
        return Math.Max(Math.Min(seldom, toShow * 2), toShow) is var end && end > 0 ? end : 100;
    }

    private string Money(decimal amount) => Format.Money(amount, scenario.Currency);

    private static string Share(double share) => Format.Percent(share);
}
