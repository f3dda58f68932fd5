namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>What can be wrong with a distribution's parameter.</summary>
public enum DistributionProblemKind
{
    /// <summary>Not a finite number.</summary>
    NotFinite,

    /// <summary>Zero or below where it must be above.</summary>
    NotPositive,

    /// <summary>Not above the one before it.</summary>
    NotIncreasing,

    /// <summary>A sample without values.</summary>
    Empty,

    /// <summary>A sample with more values than the limit.</summary>
    TooMany,

    /// <summary>The mean or the spread it leads to is beyond any number that could be meant.</summary>
    TooLarge,
}
