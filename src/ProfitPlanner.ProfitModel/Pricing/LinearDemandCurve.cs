namespace ProfitPlanner.ProfitModel.Pricing;

/// <summary>α = intercept + slope · p, kept within 0 and 1.</summary>
/// <param name="Intercept">α at a price of zero [1]; may lie above 1.</param>
/// <param name="Slope">[1 / (currency per customer per period)], below 0.</param>
public sealed record LinearDemandCurve(double Intercept, double Slope) : DemandCurve
{
    // Of the intercept; where the line meets zero no more than this is left of the difference, and it is rounding, not customers.
    private const double Rounding = 1e-15;

    /// <inheritdoc/>
    public override double At(double price) => At(Intercept, Slope, price);

    /// <inheritdoc/>
    public override double SlopeAt(double price) => At(price) is > 0 and < 1 ? Slope : 0;

    /// <inheritdoc/>
    public override double? PriceAt(double share) => share < 0 ? null : share >= 1 ? 0 : Math.Max(0, (share - Intercept) / Slope);

    // Midway between the choke price and the cost; but while everyone buys, dearer is better.
    internal override IReadOnlyList<double> TurnsAt(double cost) =>
        Slope >= 0 ? [double.PositiveInfinity] : [Math.Max((-Intercept / Slope + cost) / 2, (1 - Intercept) / Slope)];

    internal static double At(double intercept, double slope, double price) =>
        intercept + slope * price is var share && share <= Rounding * Math.Abs(intercept) ? 0 : Math.Min(share, 1);
}
