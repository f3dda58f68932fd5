using MathNet.Numerics.Distributions;

namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>
/// The shifted log-normal distribution through three quantiles, Q(z) = P50 + s·(e^(g·z) − 1)/g with z standard normal:
/// smooth, exact at all three whatever they are, and the normal where they are symmetric.
/// </summary>
/// <param name="P10">One time in ten the number is below.</param>
/// <param name="P50">The median.</param>
/// <param name="P90">One time in ten the number is above.</param>
public sealed record QuantilesDistribution(double P10, double P50, double P90) : Distribution
{
    private const double Z90 = 1.2815515655446004;

    // Below this the exponential is a straight line to the last digit that the quantiles have.
    private const double Symmetric = 1e-7;

    private const double Largest = 1e15;

    internal double Skew
    {
        get
        {
            var skew = Math.Log((P90 - P50) / (P50 - P10)) / Z90;
            return Math.Abs(skew) < Symmetric ? 0 : skew;
        }
    }

    internal double Scale => Skew == 0 ? (P90 - P10) / (2 * Z90) : (P90 - P50) * Skew / Exponential.MinusOne(Skew * Z90);

    /// <inheritdoc/>
    public override double ExpectedValue =>
        Skew == 0 ? P50 : P50 + Scale * Exponential.MinusOne(Skew * Skew / 2) / Skew;

    /// <inheritdoc/>
    public override double StandardDeviation =>
        Skew == 0 ? Scale : Math.Abs(Scale / Skew) * Math.Exp(Skew * Skew / 2) * Math.Sqrt(Exponential.MinusOne(Skew * Skew));

    /// <summary>From low to high in words: eight times in ten between them, as often above the middle as below.</summary>
    public static QuantilesDistribution Between(double low, double high) => new(low, low + (high - low) / 2, high);

    /// <inheritdoc/>
    public override double Quantile(double probability)
    {
        var z = Normal.InvCDF(0, 1, probability);
        return P50 + Scale * (Skew == 0 ? z : Exponential.MinusOne(Skew * z) / Skew);
    }

    /// <inheritdoc/>
    public override double Cumulative(double x)
    {
        var distance = (x - P50) / Scale;
        if (Skew == 0)
            return Normal.CDF(0, 1, distance);
        var grown = 1 + Skew * distance;
        return grown > 0 ? Normal.CDF(0, 1, Math.Log(grown) / Skew) : Skew > 0 ? 0 : 1;
    }

    internal override Distribution Scaled(double factor, double shift) =>
        new QuantilesDistribution(factor * P10 + shift, factor * P50 + shift, factor * P90 + shift);

    /// <inheritdoc/>
    public override IReadOnlyList<DistributionProblem> Problems()
    {
        DistributionProblem[] problems =
        [
            .. Finite("p10", P10), .. Finite("p50", P50), .. Finite("p90", P90),
            .. Rising("p50", !(P50 <= P10)), .. Rising("p90", !(P90 <= P50)),
        ];
        return problems.Length > 0 || StandardDeviation <= Largest
            ? problems
            : [new DistributionProblem("p50", DistributionProblemKind.TooLarge)];
    }
}
