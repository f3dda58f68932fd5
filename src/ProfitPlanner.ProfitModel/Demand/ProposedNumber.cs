using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.ProfitModel.Demand;

/// <summary>
/// What a number may be that is multiplied from independent ones: its mean is the product of their means, and
/// 1 + CV² the product of theirs. The mean of 1/X is (1 + CV²) / mean of X, and its CV that of X, exactly where X is
/// log-normal. Source: docs/modelling/demand.md, "From a share to a number".
/// </summary>
public static class ProposedNumber
{
    // No beta distribution has a greater variance than mean · (1 − mean); a little less leaves both parameters above 0.
    private const double MostOfVariance = 0.9;

    /// <summary>A share [1], as a beta distribution; null where the factors make 1 or more, or nothing.</summary>
    public static Estimate? Share(params IReadOnlyList<EvidenceFactor> factors)
    {
        var (mean, variation) = Product(factors);
        if (!(mean is > 0 and < 1))
            return null;
        var variance = Math.Min(mean * mean * variation * variation, MostOfVariance * mean * (1 - mean));
        // What is known without a doubt is a number and no distribution.
        return variance == 0 ? new Estimate((decimal)mean) : Beta(mean, mean * (1 - mean) / variance - 1);
    }

    /// <summary>A count [people], as a log-normal distribution; null where the factors make nothing.</summary>
    public static Estimate? Count(params IReadOnlyList<EvidenceFactor> factors)
    {
        var (mean, variation) = Product(factors);
        if (!(mean > 0) || !double.IsFinite(mean))
            return null;
        var spread = Math.Log(1 + variation * variation);
        return spread == 0 ? new Estimate((decimal)mean) : new Estimate(new LognormalDistribution(Math.Log(mean) - spread / 2, Math.Sqrt(spread)));
    }

    /// <summary>How many independent conversations [1] would say a share as closely; infinite of one that is known.</summary>
    public static double EffectiveSize(EvidenceFactor share) => share.Mean * (1 - share.Mean) / (share.Deviation * share.Deviation) - 1;

    private static Estimate Beta(double mean, double size) => new(new BetaDistribution(mean * size, (1 - mean) * size));

    private static (double Mean, double Variation) Product(IReadOnlyList<EvidenceFactor> factors)
    {
        var (mean, spread) = (1.0, 1.0);
        foreach (var factor in factors)
        {
            var doubt = 1 + factor.Variation * factor.Variation;
            mean *= factor.Divides ? doubt / factor.Mean : factor.Mean;
            spread *= doubt;
        }
        return (mean, Math.Sqrt(spread - 1));
    }
}
