namespace ProfitPlanner.ProfitModel.Pricing;

/// <summary>What keeps a price from being better still.</summary>
public enum PriceBound
{
    /// <summary>The lowest price that is allowed.</summary>
    Lowest,

    /// <summary>The highest price that is allowed.</summary>
    Highest,

    /// <summary>The highest price at which demand was measured.</summary>
    LastMeasured,
}
