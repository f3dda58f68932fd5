using System.Globalization;
using Microsoft.Extensions.Localization;
using ProfitPlanner.ProfitModel.Projection;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.Web.Charts;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Projection;

/// <summary>Pictures of months.</summary>
internal sealed class ProjectionCharts(IStringLocalizer<ProjectionTexts> texts, Scenario scenario, ProjectionResult result)
{
    // More cohorts than these make cells too small to read.
    private const int MostCohorts = 24;

    private readonly List<string> _months =
        [.. result.Months.Select(month => month.Date?.ToString(texts["MonthForm"], CultureInfo.CurrentCulture) ?? month.Month.ToString(CultureInfo.CurrentCulture))];

    /// <summary>The month in a sentence.</summary>
    public string Name(int month) => result.Months[month - 1].Date is null ? texts["MonthNumber", month] : _months[month - 1];

    public Chart Cash(ProjectionFan? fan)
    {
        var summary = result.Summary;
        var lowest = result.Months[summary.LowestCashMonth - 1];
        string title = summary.RunwayMonths is { } runway
            ? texts["CashRunsOut", Format.Number(Math.Round((decimal)runway, 1))]
            : texts["CashLasts", Money(summary.LowestCash), Name(lowest.Month)];
        return Lines("cash", title, texts["Cash"], AxisUnit.Money, month => month.CashEnd, fan?.Cash,
            [new MarkedPoint(lowest.Month - 1, (decimal)lowest.CashEnd, texts["Lowest"])]);
    }

    public Chart Profit(ProjectionFan? fan)
    {
        string title = result.Summary.BreakEvenMonth is { } month ? texts["ProfitFrom", Name(month)] : texts["ProfitNever"];
        return Lines("profit", title, texts["Profit"], AxisUnit.Money, each => each.Profit, fan?.Profit);
    }

    public Chart Customers(ProjectionFan? fan)
    {
        var last = result.Months[^1];
        return Lines("customers", texts["CustomersTitle", Number(last.CustomersEnd), Name(last.Month)], texts["Customers"], AxisUnit.Count,
            month => month.CustomersEnd + month.Buyers, fan?.Customers);
    }

    /// <summary>Monthly recurring revenue and how it moved; null where there is none.</summary>
    public Chart? Recurring()
    {
        if (result.Months.All(month => month.MrrEnd == 0 && month.MrrBegin == 0))
            return null;
        var first = result.Months[0];
        var last = result.Months[^1];
        (string Name, Func<ProjectionMonth, double> Of)[] movements =
        [
            ("NewMrr", m => m.NewMrr), ("ExpansionMrr", m => m.ExpansionMrr), ("ContractionMrr", m => -m.ContractionMrr), ("ChurnedMrr", m => -m.ChurnedMrr),
        ];
        var total = movements.Select(each => (Label: texts[each.Name].Value, Value: (decimal)result.Months.Sum(each.Of))).ToList();
        List<WaterfallStep> steps =
        [
            new(texts["MrrBegin"], (decimal)first.MrrBegin, IsTotal: true),
            .. total.Select(each => new WaterfallStep(each.Label, each.Value, IsTotal: false)),
            new(texts["MrrEnd"], (decimal)last.MrrEnd, IsTotal: true),
        ];
        return new Chart("mrr", texts["MrrTitle", Money(first.MrrBegin), Money(last.MrrEnd)],
            new WaterfallDrawing(scenario.Currency.Code, steps),
            [texts["Month"], .. movements.Select(each => texts[each.Name].Value), texts["MrrEnd"]],
            [.. result.Months.Select((m, i) => (IReadOnlyList<string>)[_months[i], .. movements.Select(each => Money(each.Of(m))), Money(m.MrrEnd)])]);
    }

    /// <summary>What is left of each month's customers; null where nobody leaves.</summary>
    public Chart? Cohorts()
    {
        var cohorts = result.Cohorts.Where(cohort => cohort.Customers.Count > 0 && cohort.Customers[0] > 0).Take(MostCohorts).ToList();
        if (cohorts.Count == 0 || cohorts.All(cohort => cohort.Customers[^1] >= cohort.Customers[0]))
            return null;
        var ages = Math.Min(MostCohorts, cohorts.Max(cohort => cohort.Customers.Count));
        List<string> rows = [.. cohorts.Select(cohort => cohort.Month == 0 ? texts["Opening"].Value : _months[cohort.Month - 1])];
        var cells = cohorts.SelectMany((cohort, row) => cohort.Customers.Take(ages)
            .Select((left, age) => new[] { age, row, (decimal)Math.Round(left / cohort.Customers[0], 4) })).ToList();
        var oldest = cohorts[0];
        var age = Math.Min(12, oldest.Customers.Count - 1);
        return new Chart("cohorts",
            texts["CohortsTitle", oldest.Month == 0 ? rows[0] : Name(oldest.Month), Format.Percent(oldest.Customers[age] / oldest.Customers[0], 1), age],
            new HeatmapDrawing(scenario.Currency.Code, AxisUnit.Share, texts["Age"],
                [.. Enumerable.Range(0, ages).Select(a => a.ToString(CultureInfo.CurrentCulture))], texts["Cohort"], rows, cells),
            [texts["Cohort"], .. Enumerable.Range(0, ages).Select(a => a.ToString(CultureInfo.CurrentCulture))],
            [.. cohorts.Select((cohort, row) => (IReadOnlyList<string>)[rows[row], .. cohort.Customers.Take(ages).Select(Number)])]);
    }

    /// <summary>A forecast with what came of it.</summary>
    public Chart Against(MeasureComparison measure, IReadOnlyList<FanBand>? fan, Func<ProjectionMonth, double> forecast)
    {
        var unit = measure.Measure is ActualMeasure.Customers or ActualMeasure.NewCustomers or ActualMeasure.LostCustomers ? AxisUnit.Count : AxisUnit.Money;
        string Value(double value) => unit == AxisUnit.Money ? Money(value) : Number(value);
        var known = new LineSeries(texts["Actual"], [.. measure.Months.Select(m => new[] { m.Month - 1, (decimal)m.Actual })], IsDots: true);
        var plan = new LineSeries(texts["Forecast"], [.. result.Months.Select((m, i) => new[] { i, (decimal)forecast(m) })], IsDashed: true);
        string name = texts[$"Measure.{measure.Measure}"];
        string title = measure.MeanAbsolutePercentageError is { } error
            ? texts["AgainstTitle", name, Format.Percent(error, 1)]
            : texts["AgainstTitleZero", name];
        return new Chart($"against-{measure.Measure.ToString().ToLowerInvariant()}", title,
            new LinesDrawing(scenario.Currency.Code, AxisUnit.Count, texts["Month"], unit, name, [plan, known], Bands(fan), XLabels: _months),
            [texts["Month"], texts["Forecast"], texts["Actual"], texts["Error"]],
            [.. measure.Months.Select(m => new[] { _months[m.Month - 1], Value(m.Forecast), Value(m.Actual), Value(m.Error) })]);
    }

    private Chart Lines(
        string id, string title, string name, AxisUnit unit, Func<ProjectionMonth, double> of, IReadOnlyList<FanBand>? fan, IReadOnlyList<MarkedPoint>? marks = null)
    {
        string Value(double value) => unit == AxisUnit.Money ? Money(value) : Number(value);
        fan = Wide(fan);
        List<LineSeries> lines = [new(texts["AsReckoned"], [.. result.Months.Select((m, i) => new[] { i, (decimal)of(m) })])];
        if (fan is not null)
            lines.Add(new LineSeries(texts["Median"], [.. fan.Select((band, i) => new[] { i, (decimal)band.P50 })], IsDashed: true));
        return new Chart(id, title,
            new LinesDrawing(scenario.Currency.Code, AxisUnit.Count, texts["Month"], unit, name, lines, Bands(fan), Marks: marks, XLabels: _months),
            fan is null ? [texts["Month"], name] : [texts["Month"], name, "P10", texts["Median"], "P90"],
            [
                .. result.Months.Select((m, i) => (IReadOnlyList<string>)(fan is null
                    ? [_months[i], Value(of(m))]
                    : [_months[i], Value(of(m)), Value(fan[i].P10), Value(fan[i].P50), Value(fan[i].P90)])),
            ]);
    }

    private List<BandSeries>? Bands(IReadOnlyList<FanBand>? fan)
    {
        fan = Wide(fan);
        if (fan is null)
            return null;
        BandSeries Band(string name, Func<FanBand, double> low, Func<FanBand, double> high) =>
            new(name, [.. fan.Select((band, i) => new[] { i, (decimal)low(band), (decimal)high(band) })]);
        return
        [
            Band(texts["Band", 90], b => b.P5, b => b.P95), Band(texts["Band", 80], b => b.P10, b => b.P90), Band(texts["Band", 50], b => b.P25, b => b.P75),
        ];
    }

    /// <summary>Null also where nothing that is uncertain bears on it.</summary>
    private static IReadOnlyList<FanBand>? Wide(IReadOnlyList<FanBand>? fan) => fan is null || fan.All(band => band.P5 == band.P95) ? null : fan;

    private string Money(double amount) => Format.Money(amount, scenario.Currency);

    private static string Number(double count) => Format.Number((decimal)Math.Round(count, 1));
}
