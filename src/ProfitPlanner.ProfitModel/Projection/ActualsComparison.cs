using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Projection;

/// <summary>Sets what happened beside what was foretold. Source: docs/modelling/projection.md, "Forecast and actual".</summary>
public static class ActualsComparison
{
    /// <summary>The measures of which some month is known, months outside the plan passed over.</summary>
    /// <param name="scenario">Whose actuals; where its plan has no dates, the earliest of them is month 1.</param>
    /// <param name="result">What was foretold.</param>
    /// <param name="fan">What might have come, over the same months; null without bands.</param>
    public static IReadOnlyList<MeasureComparison> Of(Scenario scenario, ProjectionResult result, ProjectionFan? fan = null)
    {
        var months = scenario.ActualsByMonth().Where(actual => actual.Month >= 1 && actual.Month <= result.Months.Count).ToList();
        return
        [
            .. Enum.GetValues<ActualMeasure>().Select(measure => new MeasureComparison(measure,
            [
                .. from entry in months
                   let actual = ValueOf(entry.Actual, measure)
                   where actual is not null
                   select Compare(measure, result.Months[entry.Month - 1], (double)actual, Bands(fan, measure)),
            ])).Where(comparison => comparison.Months.Count > 0),
        ];
    }

    /// <summary>The actuals with the month of the plan that they are of, in order.</summary>
    internal static IReadOnlyList<(int Month, MonthlyActual Actual)> ActualsByMonth(this Scenario scenario)
    {
        if (scenario.Actuals.Count == 0)
            return [];
        var start = scenario.Projection?.Start ?? scenario.Actuals.Min(actual => actual.Month);
        return
        [
            .. scenario.Actuals.OrderBy(actual => actual.Month).Select(actual =>
                ((actual.Month.Year - start.Year) * 12 + actual.Month.Month - start.Month + 1, actual)),
        ];
    }

    private static MonthComparison Compare(ActualMeasure measure, ProjectionMonth month, double actual, IReadOnlyList<FanBand>? bands) =>
        new(month.Month, ForecastOf(month, measure), actual,
            bands?[month.Month - 1] is { } band ? actual >= band.P10 && actual <= band.P90 : null);

    private static IReadOnlyList<FanBand>? Bands(ProjectionFan? fan, ActualMeasure measure) => measure switch
    {
        ActualMeasure.Revenue => fan?.Revenue,
        ActualMeasure.Customers => fan?.Customers,
        ActualMeasure.Cash => fan?.Cash,
        _ => null,
    };

    private static decimal? ValueOf(MonthlyActual actual, ActualMeasure measure) => measure switch
    {
        ActualMeasure.Revenue => actual.Revenue,
        ActualMeasure.Customers => actual.Customers,
        ActualMeasure.NewCustomers => actual.NewCustomers,
        ActualMeasure.LostCustomers => actual.LostCustomers,
        ActualMeasure.VariableCost => actual.VariableCost,
        ActualMeasure.FixedCost => actual.FixedCost,
        _ => actual.Cash,
    };

    private static double ForecastOf(ProjectionMonth month, ActualMeasure measure) => measure switch
    {
        ActualMeasure.Revenue => month.Revenue,
        ActualMeasure.Customers => month.CustomersEnd + month.Buyers,
        ActualMeasure.NewCustomers => month.NewCustomers + month.Buyers,
        ActualMeasure.LostCustomers => month.LostCustomers,
        ActualMeasure.VariableCost => month.VariableCost + month.RetentionCost,
        ActualMeasure.FixedCost => month.FixedCost,
        _ => month.CashEnd,
    };
}
