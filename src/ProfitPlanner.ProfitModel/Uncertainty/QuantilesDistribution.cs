namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>
/// A distribution through three points: the shifted log-normal Q(u) = p50 + s·(e^(g·z) − 1)/g with z = Φ⁻¹(u),
/// g = ln((p90 − p50)/(p50 − p10))/z₉₀, and s so that p90 is met; with g = 0 it is the normal p50 + s·z. Any three
/// increasing numbers have exactly one, it meets all three, and its density is smooth.
/// </summary>
/// <param name="P10">Nine in ten are above it [x].</param>
/// <param name="P50">The median [x], above <paramref name="P10"/>.</param>
/// <param name="P90">One in ten is above it [x], above <paramref name="P50"/>.</param>
public sealed record QuantilesDistribution(double P10, double P50, double P90) : Distribution
{
    private const double Z90 = 1.2815515655446004;

    // Below it e^(g·z) − 1 over g is z to the last digit wherever z can be.
    private const double NoSkew = 1e-18;

    /// <summary>'Low to high', with the middle as the median: a normal distribution with P10 = low and P90 = high.</summary>
    /// <param name="low">One in ten is below it [x].</param>
    /// <param name="high">One in ten is above it [x], above <paramref name="low"/>.</param>
    public static QuantilesDistribution Between(double low, double high) => new(low, low + ((high - low) / 2), high);

    /// <inheritdoc/>
    /// <remarks>p50 + s·(e^(g²/2) − 1)/g.</remarks>
    public override double ExpectedValue =>
        Math.Abs(Skew) < NoSkew ? P50 : P50 + (Scale * NearZero.ExpMinusOne(Skew * Skew / 2) / Skew);

    /// <inheritdoc/>
    /// <remarks>s·e^(g²/2)·√(e^(g²) − 1)/|g|.</remarks>
    public override double StandardDeviation
    {
        get
        {
            var square = Skew * Skew;
            return Math.Abs(Skew) < NoSkew
                ? Scale
                : Scale * Math.Exp(square / 2) * Math.Sqrt(NearZero.ExpMinusOne(square)) / Math.Abs(Skew);
        }
    }

    /// <inheritdoc/>
    public override double Cumulative(double x)
    {
        if (Math.Abs(Skew) < NoSkew)
            return StandardNormal.Cumulative((x - P50) / Scale);
        var shifted = Skew * (x - P50) / Scale;
        if (shifted <= -1)
            return Skew > 0 ? 0 : 1;
        return StandardNormal.Cumulative(NearZero.LogOfOnePlus(shifted) / Skew);
    }

    /// <summary>g [1]: negative where the long tail is on the left.</summary>
    internal double Skew => Math.Log((P90 - P50) / (P50 - P10)) / Z90;

    /// <summary>s [x]: how fast the value changes with z at the median.</summary>
    internal double Scale => Math.Abs(Skew) < NoSkew
        ? (P90 - P50) / Z90
        : (P90 - P50) * Skew / NearZero.ExpMinusOne(Skew * Z90);

    internal override string WidestMember => Skew < 0 ? "p10" : "p90";

    internal override double ExactQuantile(double probability) => AtNormal(StandardNormal.Quantile(probability));

    internal override IEnumerable<DistributionProblem> ParameterProblems() =>
        ParameterCheck.Increasing(strict: true, ("p10", P10), ("p50", P50), ("p90", P90));

    private double AtNormal(double z) =>
        P50 + (Scale * (Math.Abs(Skew) < NoSkew ? z : NearZero.ExpMinusOne(Skew * z) / Skew));
}
