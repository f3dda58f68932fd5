using System.Numerics.Tensors;
using ProfitPlanner.Intents.Bundles;

namespace ProfitPlanner.Intents.Classification;

/// <summary>Where the texts of each label lie: the mean direction of their features.</summary>
/// <param name="Directions">Of length 1, [labels][hidden].</param>
public sealed record Centroids(IReadOnlyList<float[]> Directions)
{
    internal const string Name = "centroids";

    /// <summary>From the features of texts and their labels; a label without texts lies nowhere.</summary>
    public static Centroids Of(IEnumerable<(float[] Features, int Label)> texts, int labels, int hidden)
    {
        float[][] sums = [.. Enumerable.Range(0, labels).Select(_ => new float[hidden])];
        foreach (var (features, label) in texts)
            TensorPrimitives.MultiplyAdd(features, Direction.Shortening(features), sums[label], sums[label]);
        return new([.. sums.Select(sum => Direction.Of(sum))]);
    }

    /// <summary>How far a text lies from the nearest label: 1 − the cosine, in [0, 2].</summary>
    public double Distance(ReadOnlySpan<float> features)
    {
        var nearest = float.NegativeInfinity;
        foreach (var direction in Directions)
            nearest = Math.Max(nearest, TensorPrimitives.Dot(features, direction));
        return 1 - nearest * Direction.Shortening(features);
    }

    internal void AddTo(SafeTensors file) =>
        file.Add(Name, Directions.SelectMany(direction => direction).ToArray(), TensorType.F16, Directions.Count, Directions[0].Length);

    internal static Centroids? From(SafeTensors file, int labels, int hidden) =>
        file.Has(Name) ? new([.. file.Floats(Name, labels, hidden).Chunk(hidden)]) : null;
}
