namespace ProfitPlanner.ProfitModel.Pricing;

/// <summary>α = ceiling / (1 + e^−(intercept + slope · p)).</summary>
/// <param name="Intercept">Log-odds at a price of zero [1].</param>
/// <param name="Slope">[1 / (currency per customer per period)], below 0.</param>
/// <param name="Ceiling">The share who would buy at the lowest of prices [1].</param>
public sealed record LogitDemandCurve(double Intercept, double Slope, double Ceiling = 1) : DemandCurve
{
    /// <inheritdoc/>
    public override double At(double price) => At(Intercept, Slope, Ceiling, price);

    /// <inheritdoc/>
    public override double SlopeAt(double price)
    {
        var odds = Intercept + Slope * price;
        return Ceiling * Slope * Share(odds) * Share(-odds);
    }

    /// <inheritdoc/>
    public override double? PriceAt(double share)
    {
        if (share <= 0)
            return null;
        return share >= At(0) ? 0 : (Math.Log(share / (Ceiling - share)) - Intercept) / Slope;
    }

    internal override IReadOnlyList<double> TurnsAt(double cost) =>
        Ceiling <= 0 ? []
        : Slope >= 0 ? [double.PositiveInfinity]
        : [cost - (1 + LambertW.OfExp(Intercept + Slope * cost - 1)) / Slope];

    internal static double At(double intercept, double slope, double ceiling, double price) =>
        ceiling * Share(intercept + slope * price);

    // Of either sign without overflow.
    private static double Share(double odds)
    {
        var small = Math.Exp(-Math.Abs(odds));
        return odds >= 0 ? 1 / (1 + small) : small / (1 + small);
    }
}
