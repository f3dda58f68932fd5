namespace ProfitPlanner.Intents.Training.DataSets;

/// <summary>Labelled texts, and where they are from.</summary>
/// <param name="Files">What was read.</param>
/// <param name="Rows">In the order of the files.</param>
/// <param name="Notices">Sentences on what was left out or mended; to be shown to whoever brought the data.</param>
public sealed record TextSet(IReadOnlyList<DataFile> Files, IReadOnlyList<LabelledText> Rows, IReadOnlyList<string> Notices);
