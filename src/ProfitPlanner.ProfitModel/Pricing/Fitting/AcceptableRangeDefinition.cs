namespace ProfitPlanner.ProfitModel.Pricing.Fitting;

/// <summary>
/// Which curves bound the acceptable range of prices; both are in use. Source: docs/modelling/fitting.md, "Van Westendorp".
/// </summary>
public enum AcceptableRangeDefinition
{
    /// <summary>Van Westendorp (1976): too cheap × not cheap, and too expensive × not expensive.</summary>
    Standard,

    /// <summary>Of many later texts, and narrower: too cheap × expensive, and too expensive × cheap.</summary>
    Alternative,
}
