using System.Numerics.Tensors;

namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>
/// Correlates standard normals by the Cholesky factor L of their correlations: z ← L·z. Each stays standard normal, so
/// that <see cref="QuantileColumn.FromNormals"/> gives each its own distribution. From
/// <see cref="CorrelationMatrix.TryCholesky"/>.
/// </summary>
public sealed class GaussianCopula
{
    private readonly double[][] _lower;

    internal GaussianCopula(double[][] lower) => _lower = lower;

    /// <summary>How many numbers are correlated [count].</summary>
    public int Size => _lower.Length;

    /// <summary>Correlated standard normals for consecutive points.</summary>
    /// <param name="points">Where the uniforms come from.</param>
    /// <param name="dimensions">The dimension of the points that each number takes.</param>
    /// <param name="start">The first point, from 0.</param>
    /// <param name="normals">Where they go [1]: all of the first number, then all of the second, and so on.</param>
    /// <exception cref="ArgumentException">There is not one dimension for each number, or the numbers do not fill the span evenly.</exception>
    public void Fill(Points points, ReadOnlySpan<int> dimensions, long start, Span<double> normals)
    {
        if (dimensions.Length != Size || normals.Length % Size != 0)
            throw new ArgumentException("Each number takes one dimension and the same part of the span.", nameof(dimensions));
        var count = normals.Length / Size;
        for (var i = 0; i < Size; i++)
        {
            var row = normals.Slice(i * count, count);
            points.Fill(dimensions[i], start, row);
            NormalScores.Fill(row, row);
        }
        // From the last up, since each needs those before it as they were.
        for (var i = Size - 1; i >= 0; i--)
        {
            var row = normals.Slice(i * count, count);
            TensorPrimitives.Multiply(row, _lower[i][i], row);
            for (var j = 0; j < i; j++)
            {
                if (_lower[i][j] != 0)
                    TensorPrimitives.MultiplyAdd(normals.Slice(j * count, count), _lower[i][j], row, row);
            }
        }
    }
}
