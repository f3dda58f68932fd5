using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Tokens;

namespace ProfitPlanner.Intents.Training.DataSets;

/// <summary>
/// Labelled texts as users bring them: CSV in UTF-8 with a heading, separated by commas, semicolons or tabs (found out).
/// Several labels of a text are joined by | or &lt;div&gt;; <c>oos</c> or <c>none</c> says that none fits.
/// </summary>
public static class CsvTexts
{
    /// <summary>The most rows that are read.</summary>
    public const int MostRows = 1_000_000;

    private const int MostFaultsTold = 10;

    private static readonly string[] LabelSeparators = ["|", "<div>"];

    /// <summary>Reads a file whole. Rows without a label are left out, and told.</summary>
    /// <param name="path">The file.</param>
    /// <param name="textColumn">Heading of the texts; upper and lower case are the same.</param>
    /// <param name="labelColumn">Heading of the labels.</param>
    /// <param name="contextColumn">Heading of what was said before; null for none.</param>
    /// <param name="sentimentColumn">Heading of what the text feels like, which need not be filled; null for none.</param>
    /// <param name="tagsColumn">Heading of a tag for each word, between spaces, which need not be filled; null for none.</param>
    /// <exception cref="InvalidDataException">A sentence with the file and the lines that are wrong.</exception>
    public static TextSet Read(string path, string textColumn = "text", string labelColumn = "category", string? contextColumn = null,
        string? sentimentColumn = null, string? tagsColumn = null) =>
        DataFile.Read(path, (text, file) =>
        {
            var table = Table(text, textColumn, labelColumn);
            var (textAt, labelAt) = (table.Column(textColumn), table.Column(labelColumn));
            int? At(string? column) => column is null ? null : table.Column(column);
            var (contextAt, sentimentAt, tagsAt) = (At(contextColumn), At(sentimentColumn), At(tagsColumn));

            var rows = new List<LabelledText>();
            var faults = new List<string>();
            var unlabelled = new List<int>();
            foreach (var row in table.Rows)
            {
                if (rows.Count + unlabelled.Count >= MostRows)
                    throw new InvalidDataException($"line {row.Line}: more than {MostRows} rows; split the file.");
                if ((Fault(table, row, textAt, labelAt) ?? TagFault(row, textAt, tagsAt)) is { } fault)
                    faults.Add($"line {row.Line}: {fault}");
                else if (Labels(row[labelAt]) is { Length: > 0 } labels)
                    rows.Add(new LabelledText(row[textAt], labels)
                    {
                        Context = Cell(row, contextAt),
                        Sentiment = Cell(row, sentimentAt),
                        WordTags = Cell(row, tagsAt)?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
                        Line = row.Line,
                    });
                else
                    unlabelled.Add(row.Line);
            }

            if (faults.Count > 0)
                throw new InvalidDataException(string.Join(' ', faults.Take(MostFaultsTold)) + (faults.Count > MostFaultsTold ? $" And {faults.Count - MostFaultsTold} more." : ""));
            if (rows.Count == 0)
                throw new InvalidDataException("there is no row with a label.");
            return new TextSet([file], rows, unlabelled.Count == 0 ? [] : [Unlabelled(file, unlabelled)]);
        });

    private static string? Cell(DelimitedRow row, int? at) => at is { } column && row[column] is { Length: > 0 } cell ? cell : null;

    private static DelimitedTable Table(string text, string textColumn, string labelColumn)
    {
        DelimitedTable[] tables = [.. ",;\t".Select(separator => DelimitedTable.Parse(text, separator))];
        return tables.FirstOrDefault(table => table.Find(textColumn) is not null && table.Find(labelColumn) is not null)
            ?? tables.MaxBy(table => table.Heading.Count)!;
    }

    private static string? Fault(DelimitedTable table, DelimitedRow row, int textAt, int labelAt)
    {
        if (row.Cells.Skip(table.Heading.Count).Any(cell => !string.IsNullOrWhiteSpace(cell)))
            return $"{row.Cells.Length} columns, and the heading has {table.Heading.Count}; a text with a separator in it stands in quotes.";
        if (Math.Max(textAt, labelAt) >= row.Cells.Length)
            return $"{row.Cells.Length} of {table.Heading.Count} columns.";
        if (row[textAt].Length == 0)
            return "the text is empty.";
        return Labels(row[labelAt]) is { Length: > 1 } labels && labels.Contains(LabelledText.OutOfScope)
            ? $"{row[labelAt]} says none of the intents and an intent."
            : null;
    }

    private static string? TagFault(DelimitedRow row, int textAt, int? tagsAt)
    {
        if (Cell(row, tagsAt) is not { } cell)
            return null;
        var (tags, words) = (TextWord.Of(cell).Length, TextWord.Of(row[textAt]).Length);
        return tags == words ? null : $"{tags} tags for {words} words; each word between spaces has one, {Head.NoTag} where it is nothing.";
    }

    private static string[] Labels(string cell) =>
        [.. cell.Split(LabelSeparators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(label => label.ToUpperInvariant() is "OOS" or "NONE" ? LabelledText.OutOfScope : label)
            .Distinct()];

    private static string Unlabelled(DataFile file, List<int> lines) =>
        $"{file.Name}: rows without a label, left out: {lines.Count} (line {string.Join(", ", lines.Take(MostFaultsTold))}{(lines.Count > MostFaultsTold ? ", …" : "")}).";
}
