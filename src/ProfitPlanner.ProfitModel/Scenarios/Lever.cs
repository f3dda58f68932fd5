namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>A number that a founder can move.</summary>
public enum Lever
{
    /// <summary>α, the share of potential customers who buy [1].</summary>
    Conversion,

    /// <summary>N, how many could buy [customers].</summary>
    PotentialCustomers,

    /// <summary>p, the revenue per customer, whatever the business model [currency per customer per period].</summary>
    Price,
}
