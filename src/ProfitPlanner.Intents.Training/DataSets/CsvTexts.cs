using System.Globalization;
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

    /// <summary>Reads a file whole. Rows without a text or a label are left out, and told.</summary>
    /// <param name="path">The file.</param>
    /// <param name="columns">Their headings; <c>text</c> and <c>category</c> where null.</param>
    /// <exception cref="InvalidDataException">A sentence with the file and the lines that are wrong.</exception>
    public static TextSet Read(string path, CsvColumns? columns = null) =>
        DataFile.Read(path, (text, file) =>
        {
            columns ??= new CsvColumns();
            var table = Table(text, columns.Text, columns.Label);
            var places = new Places(table, columns);
            var turns = new List<(string Conversation, double Place, LabelledText Turn)>();
            var faults = new List<string>();
            var (empty, unlabelled) = (new List<int>(), new List<int>());
            foreach (var row in table.Rows)
            {
                if (turns.Count >= MostRows)
                    throw new InvalidDataException($"line {row.Line}: more than {MostRows} rows; split the file.");
                if (Fault(table, row, places) is { } fault)
                {
                    faults.Add($"line {row.Line}: {fault}");
                    continue;
                }
                if (row[places.Text].Length == 0)
                {
                    empty.Add(row.Line);
                    continue;
                }
                var turn = new LabelledText(row[places.Text], Labels(row[places.Label]))
                {
                    Context = Cell(row, places.Context),
                    Sentiment = Cell(row, places.Sentiment),
                    WordTags = Cell(row, places.Tags)?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
                    Line = row.Line,
                };
                if (turn.Labels.Count == 0)
                    unlabelled.Add(row.Line);
                // A row that names no conversation is one of its own.
                turns.Add((Cell(row, places.Conversation) ?? $"\0{row.Line}", Number(Cell(row, places.Turn)) ?? turns.Count, turn));
            }

            if (faults.Count > 0)
                throw new InvalidDataException(string.Join(' ', faults.Take(MostFaultsTold)) + (faults.Count > MostFaultsTold ? $" And {faults.Count - MostFaultsTold} more." : ""));
            var all = places.Conversation is null ? turns.Select(turn => turn.Turn) : Conversations.WithContext(turns);
            LabelledText[] rows = [.. all.Where(turn => turn.Labels.Count > 0)];
            if (rows.Length == 0)
                throw new InvalidDataException("there is no row with a label.");
            return new TextSet([file], rows, [.. LeftOut(file, "text", empty), .. LeftOut(file, "label", unlabelled)]);
        });

    private static string? Cell(DelimitedRow row, int? at) => at is { } column && row[column] is { Length: > 0 } cell ? cell : null;

    private static DelimitedTable Table(string text, string textColumn, string labelColumn)
    {
        var tables = new List<DelimitedTable>();
        InvalidDataException? fault = null;
        foreach (var separator in ",;\t")
            try
            {
                tables.Add(DelimitedTable.Parse(text, separator));
            }
            // By another separator than the file's, something stands behind the closing quote of a heading.
            catch (InvalidDataException e)
            {
                fault ??= e;
            }
        return tables.FirstOrDefault(table => table.Find(textColumn) is not null && table.Find(labelColumn) is not null)
            ?? tables.MaxBy(table => table.Heading.Count)
            ?? throw fault!;
    }

    private static double? Number(string? cell) => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Fault(DelimitedTable table, DelimitedRow row, Places places)
    {
        if (row.Cells.Skip(table.Heading.Count).Any(cell => !string.IsNullOrWhiteSpace(cell)))
            return $"{row.Cells.Length} columns, and the heading has {table.Heading.Count}; a text with a separator in it stands in quotes.";
        if (Math.Max(places.Text, places.Label) >= row.Cells.Length)
            return $"{row.Cells.Length} of {table.Heading.Count} columns.";
        if (Labels(row[places.Label]) is { Length: > 1 } labels && labels.Contains(LabelledText.OutOfScope))
            return $"{row[places.Label]} says none of the intents and an intent.";
        if (Cell(row, places.Turn) is { } turn && Number(turn) is null)
            return $"'{turn}' is not the number of a turn.";
        return Cell(row, places.Tags) is { } tags && TextWord.Of(tags).Length is var count && count != TextWord.Of(row[places.Text]).Length
            ? $"{count} tags for {TextWord.Of(row[places.Text]).Length} words; each word between spaces has one, {Head.NoTag} where it is nothing."
            : null;
    }

    private static string[] Labels(string cell) =>
        [.. cell.Split(LabelSeparators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(label => label.ToUpperInvariant() is "OOS" or "NONE" ? LabelledText.OutOfScope : label)
            .Distinct()];

    private static IEnumerable<string> LeftOut(DataFile file, string lack, List<int> lines) => lines.Count == 0 ? [] :
        [$"{file.Name}: rows without a {lack}, left out: {lines.Count} (line {string.Join(", ", lines.Take(MostFaultsTold))}{(lines.Count > MostFaultsTold ? ", …" : "")})."];

    /// <summary>Where the columns stand.</summary>
    private sealed class Places(DelimitedTable table, CsvColumns columns)
    {
        public int Text { get; } = table.Column(columns.Text);

        public int Label { get; } = table.Column(columns.Label);

        public int? Context { get; } = At(table, columns.Context);

        public int? Conversation { get; } = At(table, columns.Conversation);

        public int? Turn { get; } = At(table, columns.Turn);

        public int? Sentiment { get; } = At(table, columns.Sentiment);

        public int? Tags { get; } = At(table, columns.Tags);

        private static int? At(DelimitedTable table, string? column) => column is null ? null : table.Column(column);
    }
}
