namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>Exponentials near zero.</summary>
internal static class Exponential
{
    /// <summary>eˣ − 1 without losing the digits that a small x has.</summary>
    public static double MinusOne(double x) =>
        Math.Abs(x) < 1e-5 ? x + x * x / 2 + x * x * x / 6 : Math.Exp(x / 2) * 2 * Math.Sinh(x / 2);
}
