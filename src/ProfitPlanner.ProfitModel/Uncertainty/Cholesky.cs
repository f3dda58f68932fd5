namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>The triangular root of a correlation matrix.</summary>
internal static class Cholesky
{
    // Below this a pivot is rounding, and the matrix has no root to rely on.
    private const double LeastPivot = 1e-10;

    /// <summary>L with L·Lᵀ = the matrix; null where the matrix is not positive definite.</summary>
    public static double[,]? Lower(double[,] matrix)
    {
        var n = matrix.GetLength(0);
        var lower = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var rest = matrix[i, j];
                for (var k = 0; k < j; k++)
                    rest -= lower[i, k] * lower[j, k];
                if (i != j)
                    lower[i, j] = rest / lower[j, j];
                else if (rest < LeastPivot)
                    return null;
                else
                    lower[i, i] = Math.Sqrt(rest);
            }
        }
        return lower;
    }
}
