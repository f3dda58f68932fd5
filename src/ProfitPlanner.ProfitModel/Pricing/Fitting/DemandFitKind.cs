namespace ProfitPlanner.ProfitModel.Pricing.Fitting;

/// <summary>A family of demand curves α(p) [1] of two parameters. Source: docs/modelling/fitting.md, "Curves".</summary>
public enum DemandFitKind
{
    /// <summary>α = 1 / (1 + exp(−(intercept + slope · p))).</summary>
    Logit,

    /// <summary>α = intercept + slope · p, held within 0 and 1.</summary>
    Linear,

    /// <summary>α = scale · p^(−elasticity), at most 1.</summary>
    ConstantElasticity,

    /// <summary>α = 1 − Φ((ln p − μ) / σ): the logarithm of what people would pay is normal.</summary>
    LogNormal,
}
