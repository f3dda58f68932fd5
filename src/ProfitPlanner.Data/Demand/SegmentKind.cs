namespace ProfitPlanner.Data.Demand;

/// <summary>How customers are put into a segment.</summary>
public enum SegmentKind
{
    /// <summary>By the value of one attribute.</summary>
    Attribute = 1,

    /// <summary>By the mix of what they ask for; see the criterion of its grouping.</summary>
    Mix,

    /// <summary>By rules that somebody wrote.</summary>
    Drawn,
}
