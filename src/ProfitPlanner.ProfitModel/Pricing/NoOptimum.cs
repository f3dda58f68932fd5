namespace ProfitPlanner.ProfitModel.Pricing;

/// <summary>Why there is no best price. Source: docs/modelling/pricing.md, "Where there is no best price".</summary>
public enum NoOptimum
{
    /// <summary>As many buy whatever the price, so that the dearest would always be best.</summary>
    FixedDemand,

    /// <summary>Demand falls so slowly that a dearer price is always better, and no highest price is given.</summary>
    NoFinitePrice,

    /// <summary>At every price that is allowed a customer costs at least as much as it pays, or nobody buys.</summary>
    NeverProfitable,

    /// <summary>Lowest, highest, step and ending leave no price, or the highest that was measured lies below the lowest.</summary>
    NoAllowedPrice,

    /// <summary>The business model counts nothing that is paid for (no units, no calls), so that no price of it makes the best one.</summary>
    NothingSold,
}
