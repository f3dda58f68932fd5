using ProfitPlanner.Intents.Training.DataSets;

namespace ProfitPlanner.Intents.Training.Classifiers;

/// <summary>Holds out a share of the texts of each label.</summary>
public static class StratifiedSplit
{
    /// <summary>The same seed and rows give the same split; a label of one text keeps it for training.</summary>
    /// <param name="rows">Labelled texts.</param>
    /// <param name="share">Of each label, in (0, 1), rounded, and of a label that has two texts at least one on either side.</param>
    /// <param name="seed">Decides which.</param>
    public static (IReadOnlyList<LabelledText> Train, IReadOnlyList<LabelledText> Dev) Of(IReadOnlyList<LabelledText> rows, double share, int seed)
    {
        var random = new Random(seed);
        var held = new HashSet<int>();
        foreach (var label in Enumerable.Range(0, rows.Count).GroupBy(i => string.Join('|', rows[i].Labels)).OrderBy(label => label.Key, StringComparer.Ordinal))
        {
            int[] places = [.. label];
            random.Shuffle(places);
            held.UnionWith(places.Take(places.Length == 1 ? 0 : Math.Clamp((int)Math.Round(places.Length * share), 1, places.Length - 1)));
        }
        return ([.. rows.Where((_, i) => !held.Contains(i))], [.. rows.Where((_, i) => held.Contains(i))]);
    }
}
