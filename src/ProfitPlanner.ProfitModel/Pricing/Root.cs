using MathNet.Numerics.RootFinding;

namespace ProfitPlanner.ProfitModel.Pricing;

/// <summary>Where a function that changes its sign crosses zero.</summary>
internal static class Root
{
    private const int MostSteps = 500;

    // So small that only the digits of double end the search: the library takes it for the function's tolerance too.
    private const double Accuracy = 1e-300;

    /// <summary>The crossing between two ends, at one of which the function is not above zero and at the other not below.</summary>
    public static double Between(Func<double, double> function, double low, double high)
    {
        if (low == high || function(low) == 0)
            return low;
        return Brent.TryFindRoot(function, low, high, Accuracy, MostSteps, out var root)
            ? root
            : high;
    }
}
