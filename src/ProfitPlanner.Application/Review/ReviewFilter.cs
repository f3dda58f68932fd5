namespace ProfitPlanner.Application.Review;

/// <summary>Which turns a person goes through.</summary>
public enum ReviewFilter
{
    /// <summary>Turns that nobody has labelled.</summary>
    New = 1,

    /// <summary>Turns that one other person has labelled, so that two can be compared.</summary>
    SecondOpinion,

    /// <summary>Turns that people label differently, to be settled.</summary>
    Disagreement,
}
