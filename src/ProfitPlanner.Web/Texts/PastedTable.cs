namespace ProfitPlanner.Web.Texts;

/// <summary>A table of numbers pasted from a spreadsheet: a row a line; columns by tabs, else semicolons, else commas or spaces.</summary>
/// <param name="Rows">The numbers of each line; a first line without any number is a heading and left out.</param>
/// <param name="Lines">The line that each row stands in, from 1.</param>
/// <param name="WrongLine">The first line that does not have the numbers that it should, from 1; null where all do.</param>
internal sealed record PastedTable(IReadOnlyList<double[]> Rows, IReadOnlyList<int> Lines, int? WrongLine)
{
    private static readonly char[] Blanks = [',', ' ', '，'];

    /// <param name="columns">How many numbers a line may have.</param>
    public static PastedTable Read(string? text, params ReadOnlySpan<int> columns)
    {
        var (rows, at) = (new List<double[]>(), new List<int>());
        var mayBeHeading = true;
        var lines = (text ?? "").ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]))
                continue;
            var cells = Cells(lines[i]);
            var numbers = cells.Select(cell => NumberReader.TryRead(cell, out var number) ? (double?)(double)number : null).ToArray();
            var isHeading = mayBeHeading && numbers.All(number => number is null);
            mayBeHeading = false;
            if (isHeading)
                continue;
            if (!columns.Contains(numbers.Length) || numbers.Contains(null))
                return new PastedTable(rows, at, i + 1);
            rows.Add([.. numbers.Select(number => number!.Value)]);
            at.Add(i + 1);
        }
        return new PastedTable(rows, at, null);
    }

    /// <summary>Whether a number can be of people; with a fraction, or below zero, it is a slip of columns.</summary>
    public static bool IsCount(double number) => number is >= 0 and <= int.MaxValue && number % 1 == 0;

    private static string[] Cells(string line) =>
        line.Contains('\t', StringComparison.Ordinal) ? line.TrimEnd('\t').Split('\t')
        : line.Contains(';', StringComparison.Ordinal) ? line.Split(';')
        : line.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
}
