namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>What is wrong with a parameter of a distribution; the page words it.</summary>
public enum DistributionProblemKind
{
    /// <summary>It is infinite or not a number.</summary>
    NotFinite,

    /// <summary>It has to be above zero.</summary>
    NotPositive,

    /// <summary>It is above zero, but below the smallest that can be calculated.</summary>
    TooSmall,

    /// <summary>It is below the parameter before it, or equals it where that leaves no width.</summary>
    NotIncreasing,

    /// <summary>There is no value to draw from.</summary>
    Empty,

    /// <summary>There are more values than the limit.</summary>
    TooMany,

    /// <summary>The parameter, or the mean or the standard deviation that it leads to, is beyond the limit.</summary>
    BeyondRange,
}
