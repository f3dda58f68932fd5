namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>
/// Turns whole blocks of uniforms, or of standard normals, into values of one distribution. It may be used by many
/// threads, and allocates nothing per draw. Errors: docs/modelling/uncertainty-sampling.md, "From numbers to values".
/// </summary>
public abstract class QuantileColumn
{
    private protected QuantileColumn()
    {
    }

    /// <summary>The column of a distribution without <see cref="Distribution.Problems"/>.</summary>
    public static QuantileColumn Of(Distribution distribution) => distribution switch
    {
        NormalDistribution normal => new LinearColumn(normal.Mean, normal.Sd),
        LognormalDistribution lognormal => new ExponentialColumn(0, 1, lognormal.Mu, lognormal.Sigma),
        BetaDistribution beta => new LogisticColumn(beta, 0, 1),
        PertDistribution pert => new LogisticColumn(pert.Share, pert.Low, pert.High - pert.Low),
        TriangularDistribution triangular => new TriangularColumn(triangular),
        UniformDistribution uniform => new StraightColumn(uniform.Low, uniform.High - uniform.Low),
        QuantilesDistribution quantiles => OfQuantiles(quantiles),
        EmpiricalDistribution empirical => new EmpiricalColumn(empirical),
        _ => throw new ArgumentOutOfRangeException(nameof(distribution), distribution, "There is no column of this distribution."),
    };

    /// <summary>Values [x] for uniforms.</summary>
    /// <param name="uniforms">Numbers in (0, 1) [1].</param>
    /// <param name="values">Where they go [x]; it may be <paramref name="uniforms"/>.</param>
    public abstract void FromUniforms(ReadOnlySpan<double> uniforms, Span<double> values);

    /// <summary>Values [x] for standard normals, which may be correlated with others (<see cref="GaussianCopula"/>).</summary>
    /// <param name="normals">Numbers of a standard normal distribution [1].</param>
    /// <param name="values">Where they go [x]; it may be <paramref name="normals"/>.</param>
    public abstract void FromNormals(ReadOnlySpan<double> normals, Span<double> values);

    private static QuantileColumn OfQuantiles(QuantilesDistribution quantiles)
    {
        var (skew, scale) = (quantiles.Skew, quantiles.Scale);
        // Near no skew the difference of exponentials would lose its digits, and two terms of its series are exact.
        return Math.Abs(skew) < 1e-6
            ? new LinearColumn(quantiles.P50, scale, scale * skew / 2)
            : new ExponentialColumn(quantiles.P50 - (scale / skew), scale / skew, 0, skew);
    }
}
