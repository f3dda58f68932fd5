namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>What a number of a scenario counts.</summary>
public enum Measure
{
    /// <summary>An amount of the scenario's currency, mostly per customer or per period.</summary>
    Money,

    /// <summary>A share [1], in [0, 1].</summary>
    Share,

    /// <summary>Customers, units, calls, impressions.</summary>
    Count,

    /// <summary>A coefficient that is none of these, as of a demand curve.</summary>
    Number,
}
