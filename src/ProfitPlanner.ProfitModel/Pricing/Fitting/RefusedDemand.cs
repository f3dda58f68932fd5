namespace ProfitPlanner.ProfitModel.Pricing.Fitting;

/// <summary>Data that cannot support a demand curve, with the figures behind it. Source: docs/modelling/fitting.md, "Refusals".</summary>
/// <param name="Kind">The kind of curve.</param>
/// <param name="Prices">Different prices that were offered [prices].</param>
/// <param name="Offered">Offers in all [customers].</param>
/// <param name="Bought">Purchases in all [customers].</param>
/// <param name="Reason">The reason.</param>
/// <param name="TrendZ">z of the trend of conversion over price [1], above 0 where it rises; none without two prices and variation.</param>
/// <param name="TrendP">Two-sided p-value [1] of no trend, with <paramref name="TrendZ"/>.</param>
/// <param name="RelativeError">Standard error of the steepness over the steepness [1], where a curve was found.</param>
public sealed record RefusedDemand(
    DemandFitKind Kind, int Prices, double Offered, double Bought, FitRefusal Reason, double? TrendZ, double? TrendP, double? RelativeError)
    : DemandFit(Kind, Prices, Offered, Bought);
