namespace ProfitPlanner.ProfitModel.Pricing.Fitting;

/// <summary>One kind within a <see cref="DemandFitComparison"/>.</summary>
/// <param name="Fit">Fit or refusal.</param>
/// <param name="Weight">
/// Akaike weight [1] among the fits: exp(−ΔAIC/2), which all add up to 1 (Burnham &amp; Anderson 2002); none for a refusal.
/// </param>
public sealed record RankedFit(DemandFit Fit, double? Weight);
