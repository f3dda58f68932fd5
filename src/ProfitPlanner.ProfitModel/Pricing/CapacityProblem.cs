namespace ProfitPlanner.ProfitModel.Pricing;

/// <summary>Why no prices keep a capacity's limit; it is passed over then.</summary>
public enum CapacityProblem
{
    /// <summary>The segments whose price does not move need more than there is.</summary>
    FixedDemandExceeds,

    /// <summary>Even at the highest prices that are allowed more buy than there is room for.</summary>
    HighestPricesExceed,
}
