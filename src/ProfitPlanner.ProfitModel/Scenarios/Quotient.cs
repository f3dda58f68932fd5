namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>
/// Division that yields null instead of an exception: where the divisor is zero, or so small that the quotient is
/// beyond 10²⁸ and with that at the end of what decimal can hold.
/// </summary>
internal static class Quotient
{
    private const double Largest = 1e28;

    public static decimal? Of(decimal dividend, decimal divisor) =>
        divisor == 0 || Math.Abs((double)dividend / (double)divisor) > Largest ? null : dividend / divisor;
}
