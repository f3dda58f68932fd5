namespace ProfitPlanner.ProfitModel.Projection;

/// <summary>What flows over time are worth now. Source: docs/modelling/projection.md, "Net present value".</summary>
public static class NetPresentValue
{
    /// <summary>Σ CF_t/(1 + r)^t from t = 0 [the flows' unit]. The NPV of a spreadsheet discounts the first flow too.</summary>
    /// <param name="flows">The first now, the next a period later [any unit].</param>
    /// <param name="rate">r [1 per period], above −1.</param>
    public static double Of(ReadOnlySpan<double> flows, double rate)
    {
        var value = 0d;
        for (var t = flows.Length - 1; t >= 0; t--)
            value = value / (1 + rate) + flows[t];
        return value;
    }

    /// <summary>The rate of a month of a rate of a year, (1 + r)^(1/12) − 1 [1 per month].</summary>
    /// <param name="yearly">r [1 per year], above −1.</param>
    public static double MonthlyRate(double yearly) => Math.Pow(1 + yearly, 1d / 12) - 1;
}
