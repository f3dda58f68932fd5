namespace ProfitPlanner.ProfitModel.Pricing;

/// <summary>A part of another curve, at every price: what is best for the one is best for the other.</summary>
/// <param name="Of">The other.</param>
/// <param name="Part">How much of it [1], in [0, 1].</param>
internal sealed record ReducedDemandCurve(DemandCurve Of, double Part) : DemandCurve
{
    public override double At(double price) => Part * Of.At(price);

    public override double SlopeAt(double price) => Part * Of.SlopeAt(price);

    public override double? PriceAt(double share) => Part > 0 ? Of.PriceAt(share / Part) : 0;

    internal override double KnownTo => Of.KnownTo;

    internal override IReadOnlyList<double> TurnsAt(double cost) => Part > 0 ? Of.TurnsAt(cost) : [];
}
