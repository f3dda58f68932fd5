namespace ProfitPlanner.ProfitModel.Pricing.Fitting;

/// <summary>Why data cannot support a demand curve. Source: docs/modelling/fitting.md, "Refusals".</summary>
public enum FitRefusal
{
    /// <summary>No price was offered to anybody.</summary>
    NobodyAsked,

    /// <summary>One price tells nothing of how demand changes with it.</summary>
    OnePrice,

    /// <summary>Nobody bought at any price.</summary>
    NobodyBought,

    /// <summary>Everybody bought at every price.</summary>
    EverybodyBought,

    /// <summary>Demand does not fall as the price rises; <see cref="RefusedDemand.TrendP"/> tells whether by chance.</summary>
    DemandDoesNotFall,

    /// <summary>A price divides those who buy from those who do not, so that any steep enough curve fits.</summary>
    Separation,

    /// <summary>The steepness of the curve has a standard error above its own value.</summary>
    TooUncertain,

    /// <summary>The best curve just touches 0 or 1 at a price that was offered: it has no standard errors.</summary>
    OnTheEdge,

    /// <summary>The best curve has parameters beyond what a number can hold, or the search for it did not end.</summary>
    OutOfRange,
}
