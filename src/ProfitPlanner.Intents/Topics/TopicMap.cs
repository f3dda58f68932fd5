using System.Numerics.Tensors;

namespace ProfitPlanner.Intents.Topics;

/// <summary>Places on a map on which what lies together in the encoder's space does so as well as two dimensions let it: principal components.</summary>
public static class TopicMap
{
    private const int Rounds = 200;

    /// <param name="directions">[n][hidden].</param>
    /// <returns>Of each, within [−1, 1] in both dimensions; all zero where they do not differ.</returns>
    public static IReadOnlyList<(double X, double Y)> Of(IReadOnlyList<float[]> directions)
    {
        var centred = Centred(directions);
        var first = Component(centred, null);
        var second = Component(centred, first);
        var largest = first.Concat(second).Select(Math.Abs).DefaultIfEmpty(0).Max();
        return [.. first.Zip(second, (x, y) => largest > 0 ? (x / largest, y / largest) : (0, 0))];
    }

    // Inner products after the mean is taken away, [n][n].
    private static double[][] Centred(IReadOnlyList<float[]> directions)
    {
        double[][] products = [.. directions.Select(a => directions.Select(b => (double)TensorPrimitives.Dot<float>(a, b)).ToArray())];
        double[] means = [.. products.Select(row => row.Average())];
        var mean = means.DefaultIfEmpty(0).Average();
        return [.. products.Select((row, i) => row.Select((product, j) => product - means[i] - means[j] + mean).ToArray())];
    }

    // The strongest component that is at right angles to another one, by power iteration.
    private static double[] Component(double[][] products, double[]? other)
    {
        // Begins anywhere but at right angles to it; the second elsewhere than the first, which may have used all that was there.
        double[] vector = [.. products.Select((_, i) => other is null ? 1.0 / (i + 1) - (i % 2 == 0 ? 0 : 0.7) : Math.Cos(3 * i + 1))];
        var length = 0.0;
        for (var round = 0; round < Rounds; round++)
        {
            if (other is not null && TensorPrimitives.Dot<double>(other, other) is > 0 and var square)
                TensorPrimitives.MultiplyAdd<double>(other, -TensorPrimitives.Dot<double>(vector, other) / square, vector, vector);
            double[] next = [.. products.Select(row => TensorPrimitives.Dot<double>(row, vector))];
            length = TensorPrimitives.Norm<double>(next);
            if (length < 1e-9)
                return new double[products.Length];
            TensorPrimitives.Divide<double>(next, length, vector);
        }
        // Of two that fit, the one whose largest part is positive: the map does not turn over from one search to the next.
        var scale = Math.Sqrt(length) * (vector.MaxBy(Math.Abs) < 0 ? -1 : 1);
        TensorPrimitives.Multiply<double>(vector, scale, vector);
        return vector;
    }
}
