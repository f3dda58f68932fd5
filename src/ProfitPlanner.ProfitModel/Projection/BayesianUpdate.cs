using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.ProfitModel.Projection;

/// <summary>Conjugate updates of an estimate. Source: docs/modelling/projection.md, "Learning from actuals".</summary>
internal static class BayesianUpdate
{
    // A number without a distribution is the founder's word: it weighs as much as two people, or has half of itself as deviation.
    private const double WordOfPeople = 2;
    private const double WordOfDeviation = 0.5;

    /// <summary>Beta(α + successes, β + failures), with the mean and the variance of the estimate before.</summary>
    public static Estimate Share(Estimate before, double successes, double trials)
    {
        var (mean, weight) = ((double)before.Value, WordOfPeople);
        if (before.Distribution is { } distribution)
        {
            mean = Math.Clamp(distribution.ExpectedValue, 1e-9, 1 - 1e-9);
            var variance = distribution.StandardDeviation * distribution.StandardDeviation;
            // No beta spreads wider than mean·(1 − mean).
            if (mean * (1 - mean) / variance - 1 is var ofMoments && double.IsFinite(ofMoments) && ofMoments > 0)
                weight = ofMoments;
        }
        // A share of none or all says nothing of how unlikely the other is: half a person keeps it possible.
        var alpha = Math.Max(mean * weight, mean is 0 or 1 ? 0.5 : 0) + successes;
        var beta = Math.Max((1 - mean) * weight, mean is 0 or 1 ? 0.5 : 0) + Math.Max(0, trials - successes);
        return new Estimate(new BetaDistribution(alpha, beta));
    }

    /// <summary>Precisions add up; the values' deviation is the one that they show. At least two values.</summary>
    public static (Estimate After, UpdateMethod Method) Mean(Estimate before, IReadOnlyList<double> values)
    {
        if (before.Distribution is LognormalDistribution prior && values.All(value => value > 0))
        {
            var (mu, sigma) = Posterior(prior.Mu, prior.Sigma, [.. values.Select(value => Math.Log(value))]);
            return (sigma > 0 ? new Estimate(new LognormalDistribution(mu, sigma)) : (decimal)Math.Exp(mu), UpdateMethod.Lognormal);
        }
        var (center, deviation) = before.Distribution is { } distribution
            ? (distribution.ExpectedValue, distribution.StandardDeviation)
            : ((double)before.Value, WordOfDeviation * (double)before.Value);
        var (mean, sd) = Posterior(center, deviation, values);
        return (sd > 0 ? new Estimate(new NormalDistribution(mean, sd)) : (decimal)mean, UpdateMethod.Normal);
    }

    private static (double Mean, double Deviation) Posterior(double mean, double deviation, IReadOnlyList<double> values)
    {
        var observed = values.Average();
        var variance = values.Sum(value => (value - observed) * (value - observed)) / (values.Count - 1);
        // Values that never vary leave no doubt; a founder who gave nothing, nothing to hold against them.
        if (variance <= 1e-24 * observed * observed || deviation == 0)
            return (observed, Math.Sqrt(variance <= 1e-24 * observed * observed ? 0 : variance / values.Count));
        var (prior, data) = (1 / (deviation * deviation), values.Count / variance);
        return ((prior * mean + data * observed) / (prior + data), 1 / Math.Sqrt(prior + data));
    }
}
