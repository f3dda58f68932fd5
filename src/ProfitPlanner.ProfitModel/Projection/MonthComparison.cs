namespace ProfitPlanner.ProfitModel.Projection;

/// <summary>A number of a month as it was foretold and as it came [the measure's unit].</summary>
/// <param name="Month">Which [month].</param>
/// <param name="Forecast">What the plan said.</param>
/// <param name="Actual">What happened.</param>
/// <param name="WithinBand">Whether it lies from P10 to P90; null where there is no fan of this number.</param>
public sealed record MonthComparison(int Month, double Forecast, double Actual, bool? WithinBand)
{
    /// <summary>Actual − forecast [the measure's unit].</summary>
    public double Error => Actual - Forecast;

    /// <summary>Error / |actual| [1]; null where the actual is zero.</summary>
    public double? PercentageError => Actual == 0 ? null : Error / Math.Abs(Actual);
}
