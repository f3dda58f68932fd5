using System.Diagnostics.CodeAnalysis;
using MathNet.Numerics.LinearAlgebra;

namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>
/// Rank correlations (Spearman's ρ) of several uncertain numbers, with a diagonal of ones. Formulas and sources:
/// docs/modelling/uncertainty-sampling.md, "Correlations".
/// </summary>
public sealed class CorrelationMatrix
{
    private readonly Matrix<double> _ranks;

    private CorrelationMatrix(Matrix<double> ranks) => _ranks = ranks;

    /// <summary>How many numbers are correlated [count].</summary>
    public int Size => _ranks.RowCount;

    /// <summary>The rank correlation of two of them [1], in [−1, 1].</summary>
    /// <param name="row">The one, from 0.</param>
    /// <param name="column">The other, from 0.</param>
    public double this[int row, int column] => _ranks[row, column];

    /// <summary>The matrix with some correlations; pairs that are not named are uncorrelated.</summary>
    /// <param name="size">How many numbers there are [count], at least 1.</param>
    /// <param name="pairs">Two different numbers, from 0, and their rank correlation [1], in [−1, 1].</param>
    /// <exception cref="ArgumentOutOfRangeException">A pair is not one of two different numbers, or its correlation is not in [−1, 1].</exception>
    public static CorrelationMatrix Of(int size, IEnumerable<(int First, int Second, double Rank)> pairs)
    {
        var ranks = Matrix<double>.Build.DenseIdentity(size);
        foreach (var (first, second, rank) in pairs)
        {
            if (first == second || first < 0 || second < 0 || first >= size || second >= size || !(Math.Abs(rank) <= 1))
                throw new ArgumentOutOfRangeException(nameof(pairs), (first, second, rank), "This is no correlation of two of the numbers.");
            ranks[first, second] = ranks[second, first] = rank;
        }
        return new CorrelationMatrix(ranks);
    }

    /// <summary>
    /// The copula that gives these rank correlations; false where no numbers can be correlated like that, since the
    /// matrix is not positive definite: <see cref="Nearest"/> can then be offered.
    /// </summary>
    public bool TryCholesky([NotNullWhen(true)] out GaussianCopula? copula)
    {
        copula = Factor(Pearson) is { } lower ? new GaussianCopula(lower) : null;
        return copula is not null;
    }

    /// <summary>
    /// The rank correlations of the positive definite matrix that is nearest, in the sense of the sum of squares of the
    /// differences, to the correlations of the normals; this one where it is positive definite.
    /// </summary>
    public CorrelationMatrix Nearest()
    {
        if (TryCholesky(out _))
            return this;
        var nearest = NearestCorrelations.Of(Pearson);
        return new CorrelationMatrix(nearest.MapIndexed((row, column, r) => row == column ? 1 : 6 / Math.PI * Math.Asin(r / 2)));
    }

    /// <summary>The correlations of standard normals whose ranks correlate as asked: r = 2·sin(πρ/6).</summary>
    private Matrix<double> Pearson =>
        _ranks.MapIndexed((row, column, rank) => row == column ? 1 : 2 * Math.Sin(Math.PI / 6 * rank));

    // Null where the matrix is not positive definite. A pivot of rounding noise is none: it would pass for a matrix that
    // leaves a number no freedom of its own.
    private static double[][]? Factor(Matrix<double> matrix)
    {
        const double smallestPivot = 1e-10;
        var lower = new double[matrix.RowCount][];
        for (var i = 0; i < lower.Length; i++)
        {
            lower[i] = new double[i + 1];
            for (var j = 0; j <= i; j++)
            {
                var rest = matrix[i, j];
                for (var k = 0; k < j; k++)
                    rest -= lower[i][k] * lower[j][k];
                if (i == j && rest < smallestPivot)
                    return null;
                lower[i][j] = i == j ? Math.Sqrt(rest) : rest / lower[j][j];
            }
        }
        return lower;
    }
}
