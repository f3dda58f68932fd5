namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>Round ends of axes: a few digits and zeros.</summary>
internal static class AxisLimit
{
    private static readonly decimal[] Digits = [1, 1.2m, 1.5m, 2, 2.5m, 3, 4, 5, 6, 8, 10];

    // Below this, decimal has too few digits left to divide an axis.
    private const decimal Smallest = 1e-20m;

    /// <summary>The smallest round number that is not below a number [its unit], at least 10⁻²⁰.</summary>
    public static decimal AtLeast(decimal value)
    {
        value = Math.Max(value, Smallest);
        var magnitude = 1m;
        while (magnitude <= value / 10) magnitude *= 10;
        while (magnitude > value) magnitude /= 10;
        return Digits.Select(digits => digits * magnitude).First(limit => limit >= value);
    }
}
