using ProfitPlanner.Intents.Training.DataSets;

namespace ProfitPlanner.Intents.Training.Classifiers;

/// <summary>Holds out a share of the texts of each label; what says the same (<see cref="SameText"/>) stands on one side.</summary>
public static class StratifiedSplit
{
    /// <summary>The same seed and rows give the same split; a label of one text keeps it for training, however often it stands there.</summary>
    /// <param name="rows">Labelled texts.</param>
    /// <param name="share">Of each label, in (0, 1), rounded, by its different texts; of a label that has two texts at least one on either side.</param>
    /// <param name="seed">Decides which.</param>
    public static (IReadOnlyList<LabelledText> Train, IReadOnlyList<LabelledText> Dev) Of(IReadOnlyList<LabelledText> rows, double share, int seed)
    {
        var random = new Random(seed);
        var held = new HashSet<int>();
        var counts = rows.SelectMany(row => row.Labels).CountBy(label => label).ToDictionary();
        // A text stands with its rarest label, of all the labels that are given to it anywhere.
        string Rarest(IEnumerable<int> same) => same.SelectMany(i => rows[i].Labels).Order(StringComparer.Ordinal).MinBy(label => counts[label])!;
        foreach (var label in Enumerable.Range(0, rows.Count).GroupBy(i => SameText.Key(rows[i].Text)).Select(same => same.ToArray())
            .GroupBy(Rarest).OrderBy(label => label.Key, StringComparer.Ordinal))
        {
            int[][] texts = [.. label];
            if (texts.Length == 1)
                continue;
            random.Shuffle(texts);
            // One that stands there a hundred times must not be nearly all there is on its side.
            var most = Math.Max(texts.Min(same => same.Length), (int)Math.Round(texts.Sum(same => same.Length) * share));
            held.UnionWith(texts.Where(same => same.Length <= most).Take(Math.Clamp((int)Math.Round(texts.Length * share), 1, texts.Length - 1)).SelectMany(same => same));
        }
        return ([.. rows.Where((_, i) => !held.Contains(i))], [.. rows.Where((_, i) => held.Contains(i))]);
    }
}
