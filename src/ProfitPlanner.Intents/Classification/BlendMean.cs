namespace ProfitPlanner.Intents.Classification;

/// <summary>Which mean of its parts' probabilities a blend takes. Source: Genest and Zidek, "Combining Probability Distributions", 1986.</summary>
public enum BlendMean
{
    /// <summary>The linear pool: a label is probable where any part says so.</summary>
    Arithmetic,

    /// <summary>The logarithmic pool, of odds where any labels are given: a label is probable where no part says no.</summary>
    Geometric,
}
