using System.Globalization;
using Microsoft.Extensions.Localization;
using ProfitPlanner.ProfitModel.Projection;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.ProfitModel.Uncertainty;
using ProfitPlanner.Web.Charts;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Evidence;

/// <summary>Before and after, in one picture.</summary>
internal sealed class EvidenceCharts(IStringLocalizer<EvidenceTexts> texts, Scenario scenario)
{
    // Of an axis that both distributions share.
    private const int Bins = 48;

    public Chart Profit(SimulationResult without, SimulationResult with)
    {
        var (low, high) = (Math.Min(Low(without), Low(with)), Math.Max(High(without), High(with)));
        var width = high > low ? (high - low) / Bins : 1;
        double[] edges = [.. Enumerable.Range(0, Bins).Select(bin => low + bin * width)];
        double[] before = Rebinned(without.Histogram.Bins, low, width, without.Trials), after = Rebinned(with.Histogram.Bins, low, width, with.Trials);
        LineSeries Line(string name, double[] shares, bool isDashed) =>
            new(texts[name], [.. edges.Select((edge, bin) => new[] { (decimal)(edge + width / 2), (decimal)Math.Round(shares[bin], 6) })], isDashed);
        return new Chart("before-after",
            texts["ProfitTitle", Share(with.ProbabilityOfProfit), Share(without.ProbabilityOfProfit)],
            new LinesDrawing(scenario.Currency.Code, AxisUnit.Money, texts["Profit"], AxisUnit.Share, texts["ShareOfTrials"], [Line("Without", before, isDashed: true), Line("With", after, isDashed: false)]),
            [texts["From"], texts["To"], texts["Without"], texts["With"]],
            [.. edges.Select((edge, bin) => new[] { Money(edge), Money(edge + width), Share(before[bin]), Share(after[bin]) })]);
    }

    public Chart Cash(ProjectionFan without, ProjectionFan with)
    {
        var last = with.Cash.Count - 1;
        LineSeries Line(string name, IReadOnlyList<FanBand> bands, bool isDashed) =>
            new(texts[name], [.. bands.Select((band, month) => new[] { month, (decimal)band.P50 })], isDashed);
        string[] months = [.. Enumerable.Range(1, with.Cash.Count).Select(month => month.ToString(CultureInfo.CurrentCulture))];
        return new Chart("before-after",
            texts["CashTitle", with.Cash.Count, Money(with.Cash[last].P50), Money(without.Cash[last].P50)],
            new LinesDrawing(scenario.Currency.Code, AxisUnit.Count, texts["Month"], AxisUnit.Money, texts["Cash"],
                [Line("Without", without.Cash, isDashed: true), Line("With", with.Cash, isDashed: false)],
                [new BandSeries(texts["WithBand"], [.. with.Cash.Select((band, month) => new[] { month, (decimal)band.P10, (decimal)band.P90 })])],
                XLabels: months),
            [texts["Month"], texts["Without"], texts["With"], texts["WithLow"], texts["WithHigh"]],
            [.. with.Cash.Select((band, month) => new[] { months[month], Money(without.Cash[month].P50), Money(band.P50), Money(band.P10), Money(band.P90) })]);
    }

    public string Money(double amount) => Format.Money(amount, scenario.Currency);

    public static string Share(double share) => Format.Percent(share, 1);

    private static double Low(SimulationResult result) => (double)result.Histogram.Bins[0].From;

    private static double High(SimulationResult result) => (double)result.Histogram.Bins[^1].To;

    /// <summary>Shares of trials in other bins, what lies in a bin spread evenly over it.</summary>
    private static double[] Rebinned(IReadOnlyList<HistogramBin> bins, double low, double width, int trials)
    {
        var shares = new double[Bins];
        foreach (var bin in bins)
        {
            var (from, to) = ((bin.From - low) / width, (bin.To - low) / width);
            var (first, last) = (Math.Clamp((int)from, 0, Bins - 1), Math.Clamp((int)Math.Ceiling(to) - 1, 0, Bins - 1));
            for (var at = first; at <= last; at++)
            {
                var part = to > from ? (Math.Min(to, at + 1) - Math.Max(from, at)) / (to - from) : 1;
                shares[at] += part * bin.Count / trials;
            }
        }
        return shares;
    }
}
