using MathNet.Numerics;
using MathNet.Numerics.RootFinding;
using ProfitPlanner.ProfitModel.Pricing.Fitting;

namespace ProfitPlanner.ProfitModel.Experiments;

/// <summary>What is known of one conversion, as a beta distribution. Source: docs/modelling/experiments.md, "Bayesian reading".</summary>
/// <param name="Alpha">1 + buyers [customers], at least 1.</param>
/// <param name="Beta">1 + those who did not buy [visitors], at least 1.</param>
public readonly record struct ConversionPosterior(double Alpha, double Beta)
{
    /// <summary>Mean [1].</summary>
    public double Mean => Alpha / (Alpha + Beta);

    /// <summary>Standard deviation [1].</summary>
    public double StandardDeviation => Math.Sqrt(Mean * (1 - Mean) / (Alpha + Beta + 1));

    /// <summary>P(conversion ≤ share) [1].</summary>
    public double Cumulative(double share) =>
        share <= 0 ? 0 : share >= 1 ? 1 : SpecialFunctions.BetaRegularized(Alpha, Beta, share);

    /// <summary>The share [1] below which the conversion is with a probability [1] in (0, 1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not within (0, 1).</exception>
    public double Quantile(double probability)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(probability);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(probability, 1);
        var self = this;
        return Brent.FindRoot(share => self.Cumulative(share) - probability, 0, 1, 1e-14, 500);
    }

    /// <summary>Interval [1] that holds the conversion with a probability [1] in (0, 1), as much beyond either end.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not within (0, 1).</exception>
    public Interval Interval(double probability) => new(Quantile((1 - probability) / 2), Quantile((1 + probability) / 2));

    /// <summary>Logarithm of the density at a share within (0, 1).</summary>
    internal double LogDensity(double share) =>
        (Alpha - 1) * Math.Log(share) + (Beta - 1) * Math.Log(1 - share) - SpecialFunctions.BetaLn(Alpha, Beta);
}
