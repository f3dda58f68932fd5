using System.Globalization;
using ProfitPlanner.Intents.Tokens;

namespace ProfitPlanner.Intents.Training.DataSets;

/// <summary>
/// MultiDoGO: the customers' turns of support conversations, with intents for each turn and a slot for each word.
/// Source: Peskov et al., 2019, "Multi-Domain Goal-Oriented Dialogues (MultiDoGO)".
/// </summary>
/// <remarks>
/// Tab-separated and quoted as CSV is: a quoted text may hold tabs and line breaks, and each of those is a word with a
/// slot of its own. Read by lines and tabs alone, such rows look as if they lacked columns.
/// </remarks>
public static class MultiDogo
{
    /// <summary>Reads a file, or every file of a split in a folder and the folders below it.</summary>
    /// <param name="path">A file, the folder of a domain, or the folder that holds the domains.</param>
    /// <param name="split">train or dev, where <paramref name="path"/> is a folder.</param>
    /// <returns>
    /// Conversations in the order of the files, turns by their number. White space within a text is single spaces; rows without
    /// a text, a label or a turn number are left out, and counted in the notices.
    /// </returns>
    /// <exception cref="InvalidDataException">There is no such file, or a column is missing.</exception>
    public static TextSet Read(string path, string split = "train")
    {
        if (!Directory.Exists(path))
            return ReadFile(path);
        string[] files = [.. Directory.EnumerateFiles(path, split + ".tsv", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        if (files.Length == 0)
            throw new InvalidDataException($"{path}: there is no {split}.tsv in this folder or below it.");
        TextSet[] sets = [.. files.Select(ReadFile)];
        return new TextSet([.. sets.SelectMany(set => set.Files)], [.. sets.SelectMany(set => set.Rows)], [.. sets.SelectMany(set => set.Notices)]);
    }

    private static TextSet ReadFile(string path) =>
        DataFile.Read(path, (text, file) =>
        {
            // The files of the domains have the same names.
            file = file with { Name = $"{Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path)))}/{file.Name}" };
            var table = DelimitedTable.Parse(text, '\t');
            var (conversationAt, numberAt, textAt, slotsAt, intentAt) =
                (table.Column("conversationId"), table.Column("turnNumber"), table.Column("utterance"), table.Column("slot-labels"), table.Column("intent"));

            var (texts, numbers) = (0, 0);
            var turns = new List<(string Conversation, double Number, LabelledText Text)>();
            foreach (var row in table.Rows)
            {
                if (row[textAt].Length == 0)
                    texts++;
                else if (!double.TryParse(row[numberAt], NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
                    numbers++;
                else
                    turns.Add((row[conversationAt], number, Turn(row, textAt, slotsAt, intentAt)));
            }

            LabelledText[] all = [.. Conversations.WithContext(turns)];
            LabelledText[] rows = [.. all.Where(turn => turn.Labels.Count > 0)];
            return new TextSet([file], rows, [.. Notices(file, texts, numbers, all.Length - rows.Length, all.Count(turn => turn.WordTags is null))]);
        });

    private static LabelledText Turn(DelimitedRow row, int textAt, int slotsAt, int intentAt)
    {
        var words = row.Cells[textAt].Split(' ');
        var slots = row[slotsAt].Split(' ');
        int[] kept = [.. Enumerable.Range(0, words.Length).Where(i => !string.IsNullOrWhiteSpace(words[i]))];
        var text = string.Join(' ', kept.Select(i => words[i]));
        var isTagged = slots.Length == words.Length && slots.All(slot => slot.Length > 0) && TextWord.Of(text).Length == kept.Length;
        return new LabelledText(
            text,
            [.. row[intentAt].Split("<div>", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()])
        {
            WordTags = isTagged ? [.. kept.Select(i => slots[i])] : null,
            Line = row.Line,
        };
    }

    private static IEnumerable<string> Notices(DataFile file, int texts, int numbers, int labels, int tags)
    {
        if (texts > 0)
            yield return $"{file.Name}: rows without a text, left out: {texts}.";
        if (numbers > 0)
            yield return $"{file.Name}: rows without a turn number, left out: {numbers}.";
        if (labels > 0)
            yield return $"{file.Name}: rows without an intent, left out: {labels}.";
        if (tags > 0)
            yield return $"{file.Name}: rows without one slot for each word, read without slots: {tags}.";
    }
}
