namespace ProfitPlanner.Application.Sharing;

/// <summary>How far a viewer may look behind a number. Each includes those before it.</summary>
public enum EvidenceDepth
{
    /// <summary>How well founded it is: guess, survey, experiment …</summary>
    Grade = 1,

    /// <summary>And why it is what it is, with its date, its link, and what was counted.</summary>
    Reasons,

    /// <summary>And sentences of customers, masked.</summary>
    Sentences,
}
