using MathNet.Numerics;

namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>
/// Quantiles of a beta distribution with the digits that a tail needs: Newton's steps on ln I as a function of ln x, which
/// is nearly a straight line, I being the cumulative.
/// </summary>
internal readonly struct BetaQuantile(BetaDistribution shape)
{
    private const int MostSteps = 60;
    private const double Close = 1e-10;

    private readonly double _logBeta = SpecialFunctions.BetaLn(shape.Alpha, shape.Beta);

    /// <summary>The quantile at a probability up to a half.</summary>
    public double At(double probability)
    {
        // Right to some 10⁻¹² in absolute terms, which may be nothing of a tail.
        var start = MathNet.Numerics.Distributions.Beta.InvCDF(shape.Alpha, shape.Beta, probability);
        if (!(start > 0 && start < 1 && shape.Cumulative(start) > 0))
        {
            // For small x the cumulative is x^α / (α·B); from there the steps rise to the quantile.
            start = Math.Min(Math.Exp((Math.Log(probability * shape.Alpha) + _logBeta) / shape.Alpha), 0.5);
        }
        return start == 0 ? 0 : From(start, shape.Cumulative(start), probability);
    }

    /// <summary>The quantile at a probability from another, <paramref name="x"/>, and the probability there.</summary>
    public double From(double x, double current, double probability)
    {
        for (var i = 0; i < MostSteps && x is > 0 and < 1 && current > 0; i++)
        {
            var change = Math.Log(probability / current) / Growth(x, current);
            x *= Math.Exp(change);
            if (Math.Abs(change) < Close)
                return x;
            current = shape.Cumulative(x);
        }
        return x == 0 ? 0 : MathNet.Numerics.Distributions.Beta.InvCDF(shape.Alpha, shape.Beta, probability);
    }

    /// <summary>d ln I / d ln x, which is α for small x.</summary>
    public double Growth(double x, double probability) =>
        Math.Exp(shape.Alpha * Math.Log(x) + (shape.Beta - 1) * LogOfRest(x) - _logBeta) / probability;

    // ln(1 − x) without losing the digits of a small x.
    private static double LogOfRest(double x) => x < 1e-4 ? -x - x * x / 2 - x * x * x / 3 - x * x * x * x / 4 : Math.Log(1 - x);
}
