using MathNet.Numerics.LinearAlgebra;

namespace ProfitPlanner.ProfitModel.Decisions;

/// <summary>
/// E[u | θ] of many trials by least squares on a restricted cubic spline of θ: exact where u is linear in θ, as profit
/// is in most numbers, and smooth elsewhere. Source: docs/modelling/value-of-information.md, "One number".
/// </summary>
internal sealed class ConditionalMean
{
    // Quantiles of θ at which the cubic pieces meet (Harrell 2001, for five knots).
    private static readonly double[] Knots = [0.05, 0.275, 0.5, 0.725, 0.95];

    private readonly double[][] _basis;
    private readonly Matrix<double>? _normal;

    public ConditionalMean(double[] values)
    {
        var sorted = (double[])values.Clone();
        Array.Sort(sorted);
        double[] knots = [.. Knots.Select(knot => sorted[(int)(knot * (sorted.Length - 1))]).Distinct()];
        _basis = Basis(values, knots);
        var normal = Matrix<double>.Build.Dense(_basis.Length, _basis.Length, (i, j) => Dot(_basis[i], _basis[j]));
        _normal = normal.Determinant() == 0 ? null : normal;
    }

    /// <summary>The mean of u for each trial's θ.</summary>
    public double[] Of(double[] results)
    {
        var mean = results.Average();
        var expected = new double[results.Length];
        if (_normal is null)
        {
            Array.Fill(expected, mean);
            return expected;
        }
        var centred = Array.ConvertAll(results, result => result - mean);
        var weights = _normal.Solve(Vector<double>.Build.Dense(_basis.Length, i => Dot(_basis[i], centred)));
        for (var trial = 0; trial < expected.Length; trial++)
        {
            var sum = mean;
            for (var i = 0; i < _basis.Length; i++)
                sum += weights[i] * _basis[i][trial];
            expected[trial] = sum;
        }
        return expected;
    }

    // Every column with mean 0 and deviation 1, so that the equations are well conditioned; one that says nothing new is left out.
    private static double[][] Basis(double[] values, double[] knots)
    {
        List<double[]> columns = [];
        Add(values);
        if (knots.Length >= 3)
        {
            var (last, before) = (knots[^1], knots[^2]);
            var scale = Math.Pow(last - knots[0], 2);
            for (var j = 0; j < knots.Length - 2; j++)
            {
                var knot = knots[j];
                Add(Array.ConvertAll(values, x =>
                    (Cube(x - knot) - Cube(x - before) * (last - knot) / (last - before) + Cube(x - last) * (before - knot) / (last - before)) / scale));
            }
        }
        return [.. columns];

        void Add(double[] column)
        {
            var mean = column.Average();
            var deviation = Math.Sqrt(column.Average(value => (value - mean) * (value - mean)));
            if (deviation > 0 && double.IsFinite(deviation))
                columns.Add(Array.ConvertAll(column, value => (value - mean) / deviation));
        }

        static double Cube(double x) => x > 0 ? x * x * x : 0;
    }

    private static double Dot(double[] left, double[] right) => System.Numerics.Tensors.TensorPrimitives.Dot<double>(left, right);
}
