namespace ProfitPlanner.ProfitModel.Projection;

/// <summary>The rates at which flows have a net present value of zero.</summary>
/// <param name="PerPeriod">The rates, rising [1 per period of the flows], above −1; each is one only if the flows change sign once.</param>
/// <param name="SignChanges">How often the flows change sign: there are no more rates than that (Descartes).</param>
public sealed record RatesOfReturn(IReadOnlyList<double> PerPeriod, int SignChanges)
{
    /// <summary>The rate, where there is exactly one [1 per period]; null where there is none, or several and no one says what the flows return.</summary>
    public double? Only => PerPeriod.Count == 1 ? PerPeriod[0] : null;

    /// <summary>The rates of a year of twelve periods, (1 + r)¹² − 1 [1 per year].</summary>
    public IReadOnlyList<double> Yearly => [.. PerPeriod.Select(rate => Math.Pow(1 + rate, 12) - 1)];
}
