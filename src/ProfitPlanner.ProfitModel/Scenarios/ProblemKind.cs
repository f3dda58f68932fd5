namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>What is wrong with a number or a text of a scenario; the page words it.</summary>
public enum ProblemKind
{
    /// <summary>A text or an id is empty.</summary>
    Missing,

    /// <summary>A text has more characters than the limit.</summary>
    TooLong,

    /// <summary>A text holds characters that cannot be shown: control characters or half a surrogate pair.</summary>
    ControlCharacters,

    /// <summary>A number is below the limit, which is mostly zero.</summary>
    TooSmall,

    /// <summary>A number is above the limit.</summary>
    TooLarge,

    /// <summary>A share is not in [0, 1].</summary>
    NotAShare,

    /// <summary>A list has more entries than the limit.</summary>
    TooMany,

    /// <summary>Two entries of a list have the same id.</summary>
    DuplicateId,

    /// <summary>A tier does not end after the one before it.</summary>
    TiersNotIncreasing,

    /// <summary>There is no tier, the last one has an end, or one before it has none.</summary>
    LastTierNotOpen,

    /// <summary>A distribution's parameter is not one that it can have.</summary>
    NotADistribution,

    /// <summary>More than a little of a distribution lies beyond the limit of its number's range.</summary>
    DistributionOutside,

    /// <summary>A demand curve rises with the price, or does not move.</summary>
    DemandRises,

    /// <summary>Correlations of which not all can hold at once.</summary>
    NotPositiveDefinite,

    /// <summary>A day that stands for a month is not its first.</summary>
    NotFirstOfMonth,

    /// <summary>Two entries of a list are of the same month.</summary>
    SameMonth,

    /// <summary>Shares that may only fall rise.</summary>
    ShareRises,

    /// <summary>A text is no address of the web.</summary>
    NotALink,
}
