namespace ProfitPlanner.ProfitModel.Demand;

/// <summary>What a classifier gave to held-out conversations whose label is known.</summary>
/// <param name="Labels">Each once; the last is 'none of these'.</param>
/// <param name="Counts">Conversations or texts [1], by their true label and then by the one given: [labels][labels].</param>
public sealed record ConfusionCounts(IReadOnlyList<string> Labels, IReadOnlyList<IReadOnlyList<long>> Counts)
{
    /// <summary>What 'none of these' is called among labels: no label of a model is empty.</summary>
    public const string None = "";

    internal void Check()
    {
        if (Labels.Count < 2 || Labels.Distinct(StringComparer.Ordinal).Count() != Labels.Count)
            throw new ArgumentException("There must be two labels at least, each once.");
        if (Counts.Count != Labels.Count || Counts.Any(row => row.Count != Labels.Count || row.Any(count => count < 0)))
            throw new ArgumentException($"Counts must be {Labels.Count} rows of {Labels.Count} counts, none of them negative.");
    }
}
