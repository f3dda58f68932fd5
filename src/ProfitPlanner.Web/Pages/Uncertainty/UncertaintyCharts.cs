using Microsoft.Extensions.Localization;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.ProfitModel.Uncertainty;
using ProfitPlanner.Web.Charts;
using ProfitPlanner.Web.Pages.Scenarios;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Uncertainty;

/// <summary>What profit may be, and what it hangs on.</summary>
internal sealed class UncertaintyCharts(IStringLocalizer<UncertaintyTexts> texts, InputWords words, Scenario scenario)
{
    private const int MostBars = 12;

    public Chart Histogram(SimulationResult result)
    {
        var bins = result.Histogram.Bins;
        decimal Share(int count) => (decimal)count / result.Trials;
        return new Chart("histogram",
            texts["HistogramTitle", Money(result.P10), Money(result.P90)],
            new HistogramDrawing(scenario.Currency.Code, AxisUnit.Money, texts["Profit"],
                [.. bins.Select(bin => new HistogramBar((decimal)bin.From, (decimal)bin.To, Share(bin.Count)))],
                [
                    new MarkedValue((decimal)result.P10, texts["P10"]), new MarkedValue((decimal)result.P50, texts["P50"]),
                    new MarkedValue((decimal)result.P90, texts["P90"]),
                ]),
            [texts["From"], texts["To"], texts["ShareOfTrials"]],
            [.. bins.Select(bin => new[] { Money(bin.From), Money(bin.To), Format.Percent(Math.Round(Share(bin.Count), 4)) })]);
    }

    /// <param name="bars">Of the scenario; null comes of none.</param>
    /// <param name="profit">As reckoned [currency per period].</param>
    public Chart? Swings(IReadOnlyList<TornadoBar> bars, decimal profit)
    {
        if (bars.Count == 0)
            return null;
        var inputs = scenario.UncertainInputs().ToDictionary(input => input.Path);
        string Value(TornadoBar bar, decimal value) => InputWords.Value(inputs[bar.Path], value, scenario);
        var rows = bars.Take(MostBars).ToList();
        return new Chart("tornado",
            texts["TornadoTitle", words.Name(bars[0].Path, scenario), Money((double)bars[0].Swing)],
            new TornadoDrawing(scenario.Currency.Code, profit, texts["AsReckoned"], texts["AtP10"], texts["AtP90"],
                [.. rows.Select(bar => new TornadoBarDrawing(
                    words.Name(bar.Path, scenario), bar.ProfitAtLow, Value(bar, bar.Low), bar.ProfitAtHigh, Value(bar, bar.High)))]),
            [texts["Number"], texts["P10"], texts["ProfitThere"], texts["P90"], texts["ProfitThere"], texts["Swing"]],
            [
                .. bars.Select(bar => new[]
                {
                    words.Name(bar.Path, scenario), Value(bar, bar.Low), Money((double)bar.ProfitAtLow), Value(bar, bar.High),
                    Money((double)bar.ProfitAtHigh), Money((double)bar.Swing),
                }),
            ]);
    }

    private string Money(double amount) => Format.Money(amount, scenario.Currency);
}
