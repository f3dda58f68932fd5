namespace ProfitPlanner.ProfitModel.Pricing;

/// <summary>α = scale · p^−ε, at most 1.</summary>
/// <param name="Scale">α at a price of one [1].</param>
/// <param name="Elasticity">ε [1]; its sign is passed over.</param>
public sealed record ConstantElasticityDemandCurve(double Scale, double Elasticity) : DemandCurve
{
    /// <summary>ε without its sign [1].</summary>
    internal double Epsilon => Math.Abs(Elasticity);

    /// <inheritdoc/>
    public override double At(double price) => At(Scale, Elasticity, price);

    /// <inheritdoc/>
    public override double SlopeAt(double price) => At(price) is var share && share < 1 && price > 0 ? -Epsilon * share / price : 0;

    /// <inheritdoc/>
    public override double? PriceAt(double share) =>
        share >= 1 ? 0 : share > 0 ? Math.Pow(share / Scale, -1 / Epsilon) : null;

    // The inverse-elasticity rule; but while everyone buys, dearer is better.
    internal override IReadOnlyList<double> TurnsAt(double cost) =>
        Scale <= 0 ? []
        : Epsilon <= 1 ? [double.PositiveInfinity]
        : [Math.Max(cost * Epsilon / (Epsilon - 1), Math.Pow(Scale, 1 / Epsilon))];

    internal static double At(double scale, double elasticity, double price) =>
        scale == 0 ? 0 : Math.Min(1, scale * Math.Pow(Math.Max(price, 0), -Math.Abs(elasticity)));
}
