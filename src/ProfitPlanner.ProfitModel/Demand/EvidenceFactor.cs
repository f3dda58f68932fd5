using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.ProfitModel.Demand;

/// <summary>A number that a proposal is multiplied from, or divided by. Source: docs/modelling/demand.md, "From a share to a number".</summary>
/// <param name="Mean">Expected value [its own unit], above 0.</param>
/// <param name="Deviation">Standard deviation [its own unit], at least 0.</param>
/// <param name="Divides">Whether it is divided by.</param>
public readonly record struct EvidenceFactor(double Mean, double Deviation, bool Divides = false)
{
    /// <summary>A corrected share, whose interval is taken as that of a normal distribution.</summary>
    /// <param name="share">With something given.</param>
    /// <param name="level">Confidence [1] of its interval.</param>
    public static EvidenceFactor Of(ShareEstimate share, double level = 0.95) =>
        new(share.Corrected, (share.High - share.Low) / (2 * Pricing.Fitting.Wilson.TwoSidedQuantile(level)));

    /// <summary>A number that somebody states, known or uncertain.</summary>
    public static EvidenceFactor Of(Estimate estimate, bool divides = false) => estimate.Distribution is { } distribution
        ? new(distribution.ExpectedValue, distribution.StandardDeviation, divides)
        : new((double)estimate.Value, 0, divides);

    /// <summary>A count of independent events, which varies as such counts do (Poisson).</summary>
    /// <param name="count">What was counted [events], above 0.</param>
    /// <param name="per">Over how many [months, say] they were, above 0.</param>
    public static EvidenceFactor Rate(double count, double per) => new(count / per, Math.Sqrt(count) / per);

    /// <summary>Deviation over mean [1].</summary>
    internal double Variation => Deviation / Mean;
}
