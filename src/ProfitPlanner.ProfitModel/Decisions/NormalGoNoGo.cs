using MathNet.Numerics.Distributions;

namespace ProfitPlanner.ProfitModel.Decisions;

/// <summary>
/// To go for a normally distributed profit, or not. Source: docs/modelling/value-of-information.md, "Go or not".
/// </summary>
/// <param name="Mean">Mean profit [currency].</param>
/// <param name="Sd">Its standard deviation [currency], above 0.</param>
public sealed record NormalGoNoGo(double Mean, double Sd)
{
    /// <summary>The probability of a loss [1].</summary>
    public double ProbabilityOfLoss => Normal.CDF(0, 1, -Mean / Sd);

    /// <summary>EVPI = σ·[φ(z) − z·Φ(−z)], z = |mean| / σ [currency].</summary>
    public double PerfectInformation => SampleInformation(1);

    /// <summary>EVSI [currency] of a sample that takes a share of the variance away.</summary>
    /// <param name="learned">That share [1].</param>
    public double SampleInformation(double learned)
    {
        var spread = Sd * Math.Sqrt(learned);
        if (spread == 0)
            return 0;
        var z = Math.Abs(Mean) / spread;
        return spread * (Normal.PDF(0, 1, z) - z * Normal.CDF(0, 1, -z));
    }
}
