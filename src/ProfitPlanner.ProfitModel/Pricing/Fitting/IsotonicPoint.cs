namespace ProfitPlanner.ProfitModel.Pricing.Fitting;

/// <summary>One price of the empirical demand curve. Source: docs/modelling/fitting.md, "Empirical curve".</summary>
/// <param name="Price">The price [currency / (customer · period)].</param>
/// <param name="Offered">Offers at this price [customers].</param>
/// <param name="Bought">Purchases at this price [customers].</param>
/// <param name="Conversion">Share [1], not above that of any lower price.</param>
/// <param name="Interval">Wilson's interval [1] of the pooled counts.</param>
/// <param name="PooledPrices">Prices that were pooled to one share [prices]; 1 where the data fall by themselves.</param>
public sealed record IsotonicPoint(
    double Price, long Offered, long Bought, double Conversion, Interval Interval, int PooledPrices);
