namespace ProfitPlanner.Application.Evidence;

/// <summary>What evidence of demand can speak of in a scenario.</summary>
public enum EvidenceKind
{
    /// <summary>α: the share of potential customers who buy.</summary>
    Conversion = 1,

    /// <summary>N: how many could buy.</summary>
    PotentialCustomers,

    /// <summary>The share of customers who leave in a month.</summary>
    Churn,
}
