using MathNet.Numerics;

namespace ProfitPlanner.ProfitModel.Demand;

/// <summary>
/// How alike rows of counts are: what is known of all of them together counts for each as so many observations, by the
/// evidence of a Dirichlet-multinomial at some strengths.
/// </summary>
internal sealed class PooledStrength
{
    // Where 1 fits, rows are all different and say little of each other; where 64 does, they are all alike.
    private static readonly double[] _strengths = [1, 2, 4, 8, 16, 32, 64];

    private readonly double[] _weights;

    /// <param name="rows">Counts and what is expected of a row like all of them, both [cells].</param>
    public PooledStrength(IReadOnlyList<(long[] Counts, double[] Expected)> rows)
    {
        double[] evidence = [.. _strengths.Select(strength => rows.Sum(row => Evidence(row.Counts, row.Expected, strength)))];
        var most = evidence.Max();
        double[] likelihoods = [.. evidence.Select(value => Math.Exp(value - most))];
        _weights = [.. likelihoods.Select(value => value / likelihoods.Sum())];
    }

    /// <summary>Mean over strengths, by how well they fit.</summary>
    public double Mean(Func<double, double> value)
    {
        var mean = 0.0;
        for (var i = 0; i < _strengths.Length; i++)
            mean += _weights[i] * value(_strengths[i]);
        return mean;
    }

    /// <summary>The strength at a uniform number in (0, 1): the better it fits, the more often.</summary>
    public double At(double uniform)
    {
        var i = 0;
        while (i < _strengths.Length - 1 && (uniform -= _weights[i]) >= 0)
            i++;
        return _strengths[i];
    }

    private static double Evidence(long[] counts, double[] expected, double strength)
    {
        var evidence = SpecialFunctions.GammaLn(strength) - SpecialFunctions.GammaLn(strength + counts.Sum());
        for (var cell = 0; cell < counts.Length; cell++)
        {
            if (counts[cell] > 0)
                evidence += SpecialFunctions.GammaLn(strength * expected[cell] + counts[cell]) - SpecialFunctions.GammaLn(strength * expected[cell]);
        }
        return evidence;
    }
}
