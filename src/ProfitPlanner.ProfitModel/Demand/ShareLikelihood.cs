using System.Numerics.Tensors;

namespace ProfitPlanner.ProfitModel.Demand;

/// <summary>The shares under which what was given is most probable: max Σ y(given) · ln Σ π(true) · P(given | true), by EM with the steps of SQUAREM (Varadhan and Roland 2008).</summary>
/// <param name="rows">P(given | true), [given · labels + true].</param>
/// <param name="labels">How many there are.</param>
internal readonly struct ShareLikelihood(double[] rows, int labels)
{
    private const double Settled = 1e-6;

    /// <param name="given">Weight of each label given [1], not negative; at least one above 0.</param>
    /// <param name="start">Shares to begin from, above 0.</param>
    /// <param name="steps">At most.</param>
    public double[] Maximum(ReadOnlySpan<double> given, ReadOnlySpan<double> start, int steps)
    {
        var total = TensorPrimitives.Sum(given);
        var (at, one, two) = (start.ToArray(), new double[labels], new double[labels]);
        var (change, bend) = (new double[labels], new double[labels]);
        for (var step = 0; step < steps; step++)
        {
            Step(given, total, at, one);
            Step(given, total, one, two);
            TensorPrimitives.Subtract(one, at, change);
            TensorPrimitives.Subtract(two, one, bend);
            TensorPrimitives.Subtract(bend, change, bend);
            var (r, v) = (TensorPrimitives.Norm<double>(change), TensorPrimitives.Norm<double>(bend));
            if (r < Settled || v == 0)
                return two;
            var stride = Math.Max(1, r / v);
            for (var i = 0; i < labels; i++)
            {
                var far = at[i] + 2 * stride * change[i] + stride * stride * bend[i];
                // A share that would leave the simplex goes where two plain steps lead.
                at[i] = far > 0 ? far : two[i];
            }
            TensorPrimitives.Divide(at, TensorPrimitives.Sum<double>(at), at);
            Step(given, total, at, one);
            (at, one) = (one, at);
        }
        return at;
    }

    private void Step(ReadOnlySpan<double> given, double total, double[] from, double[] to)
    {
        Array.Clear(to);
        for (var label = 0; label < given.Length; label++)
        {
            if (given[label] == 0)
                continue;
            var row = rows.AsSpan(label * labels, labels);
            TensorPrimitives.MultiplyAdd(row, given[label] / (total * TensorPrimitives.Dot(row, from)), to, to);
        }
        TensorPrimitives.Multiply(to, from, to);
    }
}
