namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>
/// eˣ − 1 and ln(1 + x) without losing a small x against the 1: the rounding of the first step is undone by the second
/// (Kahan; Higham, Accuracy and Stability of Numerical Algorithms, 1.14.1). The library's own are off by 10⁻⁸ near 0.06.
/// </summary>
internal static class NearZero
{
    internal static double ExpMinusOne(double x)
    {
        var power = Math.Exp(x);
        if (power == 1)
            return x;
        return Math.Abs(x) < 1 ? (power - 1) * x / Math.Log(power) : power - 1;
    }

    internal static double LogOfOnePlus(double x)
    {
        var sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * x / (sum - 1);
    }
}
