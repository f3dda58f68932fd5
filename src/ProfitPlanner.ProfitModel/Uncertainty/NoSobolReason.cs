namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>Why there are no Sobol indices.</summary>
public enum NoSobolReason
{
    /// <summary>Numbers move together, so that no part of the variance is one number's own.</summary>
    Correlated,

    /// <summary>The profit is the same whatever the uncertain numbers are, or none is uncertain.</summary>
    NoVariance,
}
