using ProfitPlanner.Application.Transcripts.Reading;
using ProfitPlanner.Data.Transcripts;

namespace ProfitPlanner.Application.Transcripts.Recognition;

/// <summary>Tells a table's divider, whether it has headings, and what its columns are.</summary>
internal static class TableRecognition
{
    private const double LeastEven = 0.3;

    /// <param name="split">Splits the sample by a reading.</param>
    public static RecognisedFile Of(FileReading reading, Func<FileReading, List<byte[]>> split, ReadAs readAs)
    {
        var candidates = readAs.Divider is { } given ? [given] : ReadAs.Dividers;
        var best = candidates
            .Select(divider => reading with { Layout = RecordLayout.Rows, Divider = divider })
            .Select(candidate => (Reading: candidate, Rows: split(candidate).Select(record => Cells(record, candidate)).OfType<string[]>().ToList()))
            .MaxBy(candidate => Evenness(candidate.Rows, candidate.Reading.Divider));
        return Of(UploadFormat.Table, best.Reading, best.Rows, readAs);
    }

    public static RecognisedFile Of(UploadFormat format, FileReading reading, List<string[]> rows, ReadAs readAs)
    {
        if (rows.Count == 0 || rows[0].Length > FileReading.MostColumns)
            return RecognisedFile.Refused(rows.Count == 0 ? FileProblem.Empty : FileProblem.NotText);
        var hasHeadings = readAs.HasHeadings ?? AreHeadings(rows[0], rows.Skip(1));
        var width = hasHeadings ? rows[0].Length : rows.Max(row => Math.Min(row.Length, FileReading.MostColumns));
        reading = reading with { HasHeadings = hasHeadings, Columns = [.. Enumerable.Range(0, width).Select(i => new ReadColumn(hasHeadings ? rows[0][i].Trim() : ""))] };
        List<string?[]> sample = [.. (hasHeadings ? rows.Skip(1) : rows).SelectMany(row => TableRows.Fit(row, reading).Rows)];
        var columns = ColumnRecognition.Of(reading.Columns, sample);
        return new RecognisedFile(format, reading with { Columns = columns, IsDayFirst = ColumnRecognition.AreDayFirst(columns, sample) }, sample);
    }

    private static string[]? Cells(byte[] record, FileReading reading) =>
        FileEncodings.Decode(reading.Encoding, record) is { } text ? [.. TableRows.Cells(text.TrimEnd('\r', '\n'), reading.Divider)] : null;

    // How many rows have as many cells as the first, and how many those are. Sentences with a comma here and there are one column.
    private static double Evenness(List<string[]> rows, char divider) =>
        divider == FileReading.NoDivider ? LeastEven
        : rows.Count == 0 || rows[0].Length < 2 ? 0
        : (double)rows.Count(row => row.Length == rows[0].Length) / rows.Count + (Math.Min(rows[0].Length, 100) / 1000.0);

    private static bool AreHeadings(string[] first, IEnumerable<string[]> rest)
    {
        if (first.Any(ColumnNames.IsHeading))
            return true;
        var cells = first.Select(cell => cell.Trim()).ToList();
        // Short, all different, none a number or a time, and what stands below them is longer.
        return cells.TrueForAll(cell => cell.Length is > 0 and <= 40 && !cell.Any(char.IsAsciiDigit) && !cell.Contains(". ", StringComparison.Ordinal))
            && cells.Distinct().Count() == cells.Count
            && cells.Count > 1
            && rest.Any(row => row.Any(cell => cell.Length > 40));
    }
}
