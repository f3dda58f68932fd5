namespace ProfitPlanner.ProfitModel.Projection;

/// <summary>What one customer of a segment brings and costs to win, at today's price. Source: docs/modelling/projection.md, "Unit economics".</summary>
public sealed record SegmentEconomics
{
    /// <summary>m: price after refunds − C_v − C_m [currency per customer per month; of a direct sale, per customer].</summary>
    public required double Margin { get; init; }

    /// <summary>1 / expected months as a customer [1 per month]; 1 for a direct sale.</summary>
    public required double Churn { get; init; }

    /// <summary>LTV = m / churn [currency per customer]; null where nobody ever leaves.</summary>
    public double? LifetimeValue { get; init; }

    /// <summary>CAC: cost of channels / new customers, over the months of the plan [currency per customer]; null without new customers by channels.</summary>
    public double? AcquisitionCost { get; init; }

    /// <summary>LTV / CAC [1]; null where either has no value, or winning customers costs nothing.</summary>
    public double? ValueToCost { get; init; }

    /// <summary>CAC / m [months]; null where it is never paid back.</summary>
    public double? PaybackMonths { get; init; }

    /// <summary>Payback that allows for those who leave before [months]; null where it is never paid back.</summary>
    public double? PaybackMonthsWithChurn { get; init; }
}
