using MathNet.Numerics.Integration;

namespace ProfitPlanner.ProfitModel.Experiments;

/// <summary>
/// Which of several arms is worth most, where the worth of arm i is factorᵢ · θᵢ and θᵢ is beta: by integrals over one
/// worth v, in which the arms are independent. The line of v is cut at the standard deviations of every arm, so that
/// each piece is smooth at the scale of each arm, and each piece is integrated by Gauss and Legendre.
/// </summary>
internal static class BestArm
{
    private const int Order = 24;
    private const int Deviations = 12;
    private const double Reach = 60;

    /// <summary>
    /// P(arm i is best) [1], and the expected loss of choosing arm i [unit of the factors]: E[(best other − i)⁺].
    /// </summary>
    public static (double[] Probability, double[] Loss) Of(IReadOnlyList<ConversionPosterior> posteriors, IReadOnlyList<double> factors)
    {
        var arms = posteriors.Count;
        var (probability, loss) = (new double[arms], new double[arms]);
        var rule = new GaussLegendreRule(-1, 1, Order);
        var cuts = Cuts(posteriors, factors);
        var (cumulative, density, others) = (new double[arms], new double[arms], new double[arms]);
        for (var piece = 1; piece < cuts.Count; piece++)
        {
            double half = (cuts[piece] - cuts[piece - 1]) / 2, middle = (cuts[piece] + cuts[piece - 1]) / 2;
            foreach (var (x, w) in rule.Abscissas.Zip(rule.Weights))
            {
                for (var i = 0; i < arms; i++)
                    (cumulative[i], density[i]) = At(posteriors[i], factors[i], middle + half * x);
                Others(cumulative, others);
                for (var i = 0; i < arms; i++)
                {
                    probability[i] += half * w * density[i] * others[i];
                    loss[i] += half * w * cumulative[i] * (1 - others[i]);
                }
            }
        }

        // An arm without a margin is worth exactly 0; those that are share the case that all others are below.
        var worthless = factors.Count(f => f == 0);
        for (var i = 0; i < arms; i++)
        {
            if (factors[i] == 0)
            {
                probability[i] = Enumerable.Range(0, arms)
                    .Where(j => factors[j] != 0)
                    .Aggregate(1.0, (p, j) => p * At(posteriors[j], factors[j], 0).Cumulative) / worthless;
            }
        }

        return (probability, loss);
    }

    private static (double Cumulative, double Density) At(ConversionPosterior posterior, double factor, double worth)
    {
        if (factor == 0)
            return (worth >= 0 ? 1 : 0, 0);
        var share = worth / factor;
        var below = posterior.Cumulative(share);
        return (
            factor > 0 ? below : 1 - below,
            share is > 0 and < 1 ? Math.Exp(posterior.LogDensity(share)) / Math.Abs(factor) : 0);
    }

    /// <summary>The product of all but one, without a division that could be by 0.</summary>
    private static void Others(double[] values, double[] others)
    {
        var product = 1.0;
        for (var i = 0; i < values.Length; product *= values[i++])
            others[i] = product;
        product = 1;
        for (var i = values.Length - 1; i >= 0; product *= values[i--])
            others[i] *= product;
    }

    private static List<double> Cuts(IReadOnlyList<ConversionPosterior> posteriors, IReadOnlyList<double> factors)
    {
        var cuts = new SortedSet<double>();
        for (var i = 0; i < factors.Count; i++)
        {
            cuts.Add(0);
            cuts.Add(factors[i]);
            // Standard deviations, then ever longer pieces: with few buyers the tail is only exponential.
            for (double k = 0; k <= Reach; k = k < Deviations ? k + 1 : k * 1.25)
            {
                foreach (var share in (double[])[
                    posteriors[i].Mean - k * posteriors[i].StandardDeviation, posteriors[i].Mean + k * posteriors[i].StandardDeviation])
                {
                    if (share is > 0 and < 1)
                        cuts.Add(factors[i] * share);
                }
            }
        }

        return [.. cuts];
    }
}
