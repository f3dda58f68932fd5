namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>Why a lever has no break-even point in its valid range.</summary>
public enum Unreachable
{
    /// <summary>Each customer costs at least as much as it brings, so that more of them never cover the rest.</summary>
    NoMargin,

    /// <summary>More than 100 % of the potential customers would have to buy.</summary>
    MoreThanEveryone,

    /// <summary>There are no potential customers, so that the lever moves nothing.</summary>
    NoCustomers,

    /// <summary>Nobody buys, so that the lever moves nothing.</summary>
    NoConversion,

    /// <summary>There is no revenue to scale: every price is zero.</summary>
    NoRevenue,

    /// <summary>Profit stays positive over the lever's whole range, even at zero.</summary>
    AlreadyCovered,

    /// <summary>Profit is zero whatever the lever is, so that no point divides loss from profit.</summary>
    AlwaysZero,

    /// <summary>There is a point, but beyond any number that could be meant (10²⁸).</summary>
    OutOfRange,
}
