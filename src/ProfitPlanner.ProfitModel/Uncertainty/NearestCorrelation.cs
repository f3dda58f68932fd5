using MathNet.Numerics.LinearAlgebra;

namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>
/// The correlation matrix nearest to a symmetric one, in the sum of squared differences: alternating projections on the
/// matrices without eigenvalues below a floor and on those with a diagonal of ones, with Dykstra's correction
/// (Higham 2002, "Computing the nearest correlation matrix", IMA Journal of Numerical Analysis 22).
/// </summary>
internal static class NearestCorrelation
{
    private const int Rounds = 500;
    private const double Close = 1e-10;

    public static double[,] Of(double[,] matrix, double leastEigenvalue)
    {
        var y = Matrix<double>.Build.DenseOfArray(matrix);
        var correction = Matrix<double>.Build.Dense(y.RowCount, y.ColumnCount);
        for (var round = 0; round < Rounds; round++)
        {
            var before = y;
            var r = y - correction;
            var x = Lifted(r, leastEigenvalue);
            correction = x - r;
            y = WithUnitDiagonal(x);
            if ((y - before).FrobeniusNorm() < Close * y.FrobeniusNorm())
                break;
        }

        // The last projection may have left an eigenvalue a little below the floor: shrinking towards independence lifts it.
        var least = y.Evd(Symmetricity.Symmetric).EigenValues.Min(value => value.Real);
        if (least < leastEigenvalue)
        {
            var share = (leastEigenvalue - least) / (1 - least);
            y = WithUnitDiagonal(y * (1 - share));
        }
        return y.ToArray();
    }

    private static Matrix<double> Lifted(Matrix<double> matrix, double leastEigenvalue)
    {
        var evd = matrix.Evd(Symmetricity.Symmetric);
        var values = evd.EigenValues.Select(value => Math.Max(value.Real, leastEigenvalue)).ToArray();
        return evd.EigenVectors * Matrix<double>.Build.DenseOfDiagonalArray(values) * evd.EigenVectors.Transpose();
    }

    private static Matrix<double> WithUnitDiagonal(Matrix<double> matrix)
    {
        var result = (matrix + matrix.Transpose()) / 2;
        for (var i = 0; i < result.RowCount; i++)
            result[i, i] = 1;
        return result;
    }
}
