namespace ProfitPlanner.ProfitModel.Pricing;

/// <summary>As many buy whatever the price.</summary>
/// <param name="Conversion">α [1], in [0, 1].</param>
public sealed record FixedDemand(double Conversion) : DemandCurve
{
    /// <inheritdoc/>
    public override double At(double price) => Conversion;

    /// <inheritdoc/>
    public override double SlopeAt(double price) => 0;

    /// <inheritdoc/>
    public override double? PriceAt(double share) => share >= Conversion ? 0 : null;

    internal override IReadOnlyList<double> TurnsAt(double cost) => Conversion > 0 ? [double.PositiveInfinity] : [];
}
