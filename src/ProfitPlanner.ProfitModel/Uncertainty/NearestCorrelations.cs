using MathNet.Numerics.LinearAlgebra;

namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>
/// The nearest correlation matrix by alternating projections with Dykstra's correction. Source: Higham, IMA J. Numer.
/// Anal. 22 (2002), 329–343, algorithm 3.3; here with a small floor under the eigenvalues, so that it can be factored.
/// </summary>
internal static class NearestCorrelations
{
    private const double Floor = 1e-8;

    internal static Matrix<double> Of(Matrix<double> matrix)
    {
        var nearest = matrix.Clone();
        var correction = Matrix<double>.Build.Dense(matrix.RowCount, matrix.ColumnCount);
        for (var i = 0; i < 1_000; i++)
        {
            var corrected = nearest - correction;
            var positive = OnPositive(corrected);
            correction = positive - corrected;
            var before = nearest;
            nearest = positive.Clone();
            nearest.SetDiagonal(Vector<double>.Build.Dense(matrix.RowCount, 1));
            if ((nearest - before).FrobeniusNorm() <= 1e-10 * nearest.FrobeniusNorm())
                break;
        }
        return Mixed(nearest);
    }

    private static Matrix<double> OnPositive(Matrix<double> matrix)
    {
        var eigen = matrix.Evd(Symmetricity.Symmetric);
        var values = eigen.EigenValues.Map(value => Math.Max(value.Real, Floor));
        var projected = eigen.EigenVectors * Matrix<double>.Build.DenseOfDiagonalVector(values) * eigen.EigenVectors.Transpose();
        return (projected + projected.Transpose()) / 2;
    }

    // As much of the identity as lifts the least eigenvalue to the floor: the projections only come close to it.
    private static Matrix<double> Mixed(Matrix<double> nearest)
    {
        var least = nearest.Evd(Symmetricity.Symmetric).EigenValues.Min(value => value.Real);
        var share = least < Floor ? (Floor - least) / (1 - least) : 0;
        return (nearest * (1 - share)) + (Matrix<double>.Build.DenseIdentity(nearest.RowCount) * share);
    }
}
