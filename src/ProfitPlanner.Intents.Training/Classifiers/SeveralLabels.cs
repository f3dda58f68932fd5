using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Intents.Encoder;

namespace ProfitPlanner.Intents.Training.Classifiers;

/// <summary>When a text gets a further label, where most texts have one.</summary>
internal static class SeveralLabels
{
    private static readonly double[] Candidates = [0.5, 0.45, 0.4, 0.35, 0.3, 0.25, 0.2, 0.15];

    /// <summary>Whether what is given is compared as a set: where a text may be given several labels, or has them.</summary>
    public static bool Are(Manifest manifest, IEnumerable<int[]> truth) =>
        manifest.Heads[0].Kind == HeadKind.AnyLabels || manifest.Also is not null || truth.Any(labels => labels.Length > 1);

    /// <summary>The probability from which on a further label makes more texts right than wrong; null where none does.</summary>
    /// <param name="probabilities">[rows][labels].</param>
    /// <param name="truth">Labels, [rows][].</param>
    public static double? Threshold(IReadOnlyList<float[]> probabilities, IReadOnlyList<int[]> truth)
    {
        var best = (Right: Right(double.PositiveInfinity), Threshold: (double?)null);
        foreach (var candidate in Candidates)
            if (Right(candidate) is var right && right > best.Right)
                best = (right, candidate);
        return best.Threshold;

        int Right(double threshold) => probabilities.Zip(truth).Count(row =>
        {
            var most = row.First.Max();
            return Enumerable.Range(0, row.First.Length).Where(label => row.First[label] == most || row.First[label] >= threshold).Order().SequenceEqual(row.Second.Order());
        });
    }
}
