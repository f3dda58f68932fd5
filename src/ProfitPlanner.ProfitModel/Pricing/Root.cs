namespace ProfitPlanner.ProfitModel.Pricing;

/// <summary>Where a function that changes its sign crosses zero.</summary>
internal static class Root
{
    // Halving what lies between any two doubles this often leaves nothing.
    private const int MostSteps = 1_100;

    /// <summary>
    /// The crossing between two ends, in either order, at which the function has different signs, to the last digit; where
    /// they have the same, the end that is nearer to zero.
    /// </summary>
    /// <remarks>
    /// By halving: faster methods of the library stop at an absolute accuracy, which is too coarse for one price and out
    /// of reach for another, and a crossing costs a microsecond this way.
    /// </remarks>
    public static double Between(Func<double, double> function, double low, double high)
    {
        var (atLow, atHigh) = (function(low), function(high));
        if (atLow == 0 || atHigh == 0 || atLow > 0 == atHigh > 0)
            return Math.Abs(atLow) <= Math.Abs(atHigh) ? low : high;
        for (var step = 0; step < MostSteps; step++)
        {
            var middle = low + (high - low) / 2;
            if (middle == low || middle == high)
                break;
            var at = function(middle);
            if (at == 0)
                return middle;
            if (at > 0 == atLow > 0)
                low = middle;
            else
                high = middle;
        }
        return Math.Abs(function(low)) <= Math.Abs(function(high)) ? low : high;
    }
}
