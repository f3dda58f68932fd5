namespace ProfitPlanner.ProfitModel.Pricing;

/// <summary>How far a capacity is used at the best prices. Source: docs/modelling/pricing.md, "Capacity".</summary>
public sealed record CapacityUse
{
    /// <summary>The capacity's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The capacity's name.</summary>
    public required string Name { get; init; }

    /// <summary>How many it is enough for [customers].</summary>
    public required decimal Limit { get; init; }

    /// <summary>How many use it at the best prices [customers].</summary>
    public required decimal Customers { get; init; }

    /// <summary>
    /// What one more place is worth [currency per customer per period], at least 0; zero while places are left. With
    /// price points or measured points, where profit is not smooth, an estimate.
    /// </summary>
    public required decimal ShadowPrice { get; init; }

    /// <summary>Why its limit is not kept; null where it is.</summary>
    public CapacityProblem? Problem { get; init; }
}
