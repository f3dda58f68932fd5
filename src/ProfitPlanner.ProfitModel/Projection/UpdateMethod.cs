namespace ProfitPlanner.ProfitModel.Projection;

/// <summary>How an estimate learns from what happened.</summary>
public enum UpdateMethod
{
    /// <summary>A share with a beta prior, and counts of those who did and did not.</summary>
    BetaBinomial,

    /// <summary>A number with a normal prior, and values that spread normally.</summary>
    Normal,

    /// <summary>The same of the number's logarithm.</summary>
    Lognormal,
}
