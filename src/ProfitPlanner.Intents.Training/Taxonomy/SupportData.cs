using ProfitPlanner.Intents.Training.DataSets;

namespace ProfitPlanner.Intents.Training.Taxonomy;

/// <summary>The texts that the default model is trained and chosen on: the public data sets with the taxonomy's intents.</summary>
/// <param name="Train">banking77 train but for a tenth, CLINC150 train and oos_train, MultiDoGO train; each text once.</param>
/// <param name="Dev">That tenth of banking77, CLINC150 val and oos_val, MultiDoGO dev; each text once, and none of <paramref name="Train"/>.</param>
/// <param name="Counts">By intent in the taxonomy's order, <c>oos</c> last, then by data set.</param>
/// <param name="Files">What was read, and the taxonomy.</param>
/// <param name="Notices">Sentences on what was left out.</param>
public sealed record SupportData(
    IReadOnlyList<LabelledText> Train,
    IReadOnlyList<LabelledText> Dev,
    IReadOnlyList<IntentCount> Counts,
    IReadOnlyList<DataFile> Files,
    IReadOnlyList<string> Notices)
{
    private const string Banking77 = "banking77";
    private const string Clinc = "clinc150";
    private const string MultiDogoDomains = "multidogo/";

    // "hi" is a greeting in 2,640 rows and gives information in 29: an annotator slips now and then, and that makes no conflict.
    private const double Agreement = 2.0 / 3;

    private const int ConflictsTold = 5;

    /// <summary>Reads the data sets and gives their texts the intents of the taxonomy.</summary>
    /// <remarks>
    /// Texts that differ in case and punctuation alone are one. Where its rows differ in their intents, a text keeps those of two
    /// thirds of its rows, or goes where there are none such. A text that is trained on is not in dev, whatever its label there.
    /// </remarks>
    /// <param name="folder">Holds <c>banking77</c>, <c>clinc150</c> and <c>multidogo</c>.</param>
    /// <param name="taxonomy">The one that ships, unless a test has another.</param>
    /// <param name="seed">Chooses the tenth of banking77, stratified by its labels.</param>
    /// <exception cref="InvalidDataException">A file is missing or broken, or has a label that the taxonomy has not.</exception>
    public static SupportData Read(string folder, SupportTaxonomy taxonomy, int seed = 77)
    {
        var files = new List<DataFile> { taxonomy.File };
        var notices = new List<string>();
        var train = new List<(string DataSet, LabelledText Row)>();
        var dev = new List<(string DataSet, LabelledText Row)>();

        var banking = CsvTexts.Read(Path.Combine(folder, Banking77, "train.csv"));
        var tenth = Tenth(banking.Rows, seed);
        Add(train, Banking77, banking with { Rows = [.. banking.Rows.Where(row => !tenth.Contains(row.Line))] });
        Add(dev, Banking77, new TextSet([], [.. banking.Rows.Where(row => tenth.Contains(row.Line))], []));

        var clinc = Clinc150.Read(Path.Combine(folder, Clinc, "data_full_train_val.json"));
        foreach (var (to, split) in new[] { (train, "train"), (train, "oos_train"), (dev, "val"), (dev, "oos_val") })
            Add(to, Clinc, clinc.TryGetValue(split, out var rows) ? rows : throw new InvalidDataException($"{Clinc}: there is no split {split}."));

        foreach (var domain in taxonomy.Mappings.Select(mapping => mapping.DataSet).Distinct().Where(name => name.StartsWith(MultiDogoDomains, StringComparison.Ordinal)))
        {
            Add(train, domain, MultiDogo.Read(Path.Combine(folder, domain, "train.tsv")));
            Add(dev, domain, MultiDogo.Read(Path.Combine(folder, domain, "dev.tsv")));
        }

        var trained = train.Select(row => SameText.Key(row.Row.Text)).ToHashSet();
        var read = dev.Count;
        dev.RemoveAll(row => trained.Contains(SameText.Key(row.Row.Text)));
        notices.Add($"dev: rows with a text that train has, left out: {read - dev.Count}.");
        var trainRows = EachOnce(Mapped(taxonomy, train, "train", notices), "train", notices);
        var devRows = EachOnce(Mapped(taxonomy, dev, "dev", notices), "dev", notices);
        return new SupportData(
            [.. trainRows.Select(row => row.Row)],
            [.. devRows.Select(row => row.Row)],
            Count(taxonomy, trainRows, devRows),
            [.. files.Distinct()],
            notices);

        void Add(List<(string, LabelledText)> rows, string dataSet, TextSet set)
        {
            rows.AddRange(set.Rows.Select(row => (dataSet, row)));
            files.AddRange(set.Files.Select(file => file with { Name = $"{dataSet}/{Path.GetFileName(file.Name)}" }));
            notices.AddRange(set.Notices);
        }
    }

    private static HashSet<int> Tenth(IReadOnlyList<LabelledText> rows, int seed)
    {
        var random = new Random(seed);
        var lines = new HashSet<int>();
        foreach (var label in rows.GroupBy(row => row.Labels[0]).OrderBy(label => label.Key, StringComparer.Ordinal))
        {
            int[] shuffled = [.. label.Select(row => row.Line)];
            random.Shuffle(shuffled);
            lines.UnionWith(shuffled.Take((shuffled.Length + 5) / 10));
        }
        return lines;
    }

    private static List<(string DataSet, LabelledText Row)> Mapped(SupportTaxonomy taxonomy, List<(string DataSet, LabelledText Row)> rows, string split, List<string> notices)
    {
        var mapped = new List<(string, LabelledText)>();
        foreach (var (dataSet, row) in rows)
        {
            LabelMapping[] mappings = [.. row.Labels.Select(label => taxonomy.Map(dataSet, label, row.Text))];
            if (mappings.Any(mapping => mapping.Use == LabelUse.LeftOut))
                continue;
            string[] intents = [.. mappings.Select(mapping => mapping.Intent).OfType<string>().Distinct()];
            mapped.Add((dataSet, row with
            {
                Labels = intents.Length > 0 ? intents : [LabelledText.OutOfScope],
                Detail = row.Labels is [var label] ? $"{dataSet}/{label}" : null,
                WordTags = row.WordTags?.Select(taxonomy.Personal).ToArray(),
            }));
        }
        notices.Add($"{split}: rows with a label that the taxonomy leaves out: {rows.Count - mapped.Count}.");
        return mapped;
    }

    private static List<(string DataSet, LabelledText Row)> EachOnce(List<(string DataSet, LabelledText Row)> rows, string split, List<string> notices)
    {
        var once = new List<(string, LabelledText)>();
        var (repeated, outvoted) = (0, 0);
        var conflicts = new List<string>();
        foreach (var text in rows.GroupBy(row => SameText.Key(row.Row.Text)))
        {
            var most = text.GroupBy(row => string.Join('|', row.Row.Labels.Order(StringComparer.Ordinal))).MaxBy(labels => labels.Count())!;
            if (most.Count() < Agreement * text.Count())
            {
                conflicts.Add(text.Key);
                continue;
            }
            repeated += most.Count() - 1;
            outvoted += text.Count() - most.Count();
            once.Add(most.First());
        }
        notices.Add($"{split}: rows that repeat a text: {repeated}; that have other labels than two thirds of the rows of their text: {outvoted}.");
        if (conflicts.Count > 0)
            notices.Add($"{split}: texts with conflicting labels, dropped: {conflicts.Count} ({string.Join(", ", conflicts.Take(ConflictsTold))}{(conflicts.Count > ConflictsTold ? ", …" : "")}).");
        return once;
    }

    private static List<IntentCount> Count(SupportTaxonomy taxonomy, List<(string DataSet, LabelledText Row)> train, List<(string DataSet, LabelledText Row)> dev)
    {
        var (trained, chosen) = (CountBy(train), CountBy(dev));
        return [.. taxonomy.Intents.Select(intent => intent.Id).Append(LabelledText.OutOfScope)
            .SelectMany(intent => taxonomy.Mappings.Select(mapping => mapping.DataSet).Distinct().Select(dataSet => (intent, dataSet)))
            .Where(pair => trained.ContainsKey(pair) || chosen.ContainsKey(pair))
            .Select(pair => new IntentCount(pair.intent, pair.dataSet, trained.GetValueOrDefault(pair), chosen.GetValueOrDefault(pair)))];

        static Dictionary<(string, string), int> CountBy(List<(string DataSet, LabelledText Row)> rows) =>
            rows.SelectMany(row => row.Row.Labels.Select(label => (label, row.DataSet))).CountBy(pair => pair).ToDictionary();
    }
}
