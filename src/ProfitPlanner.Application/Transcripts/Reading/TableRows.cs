using System.Text;

namespace ProfitPlanner.Application.Transcripts.Reading;

/// <summary>A row of a table, by the same rules by which <see cref="TableSplitter{TUnits}"/> finds its end.</summary>
internal sealed class TableRows(FileReading reading) : RowReader
{
    public override RowReading Read(ReadOnlySpan<byte> record)
    {
        if (FileEncodings.Decode(reading.Encoding, record) is not { } text)
            return RowReading.Refused(RecordProblem.WrongEncoding);
        var cells = Cells(text.TrimEnd('\r', '\n'), reading.Divider);
        return Fit(cells, reading);
    }

    /// <summary>As many cells as there are columns; empty ones at the end are often left away, or stand there for nothing.</summary>
    public static RowReading Fit(IReadOnlyList<string?> cells, FileReading reading)
    {
        var row = new string?[reading.Columns.Count];
        for (var i = 0; i < cells.Count; i++)
        {
            if (i < row.Length)
                row[i] = cells[i];
            else if (!string.IsNullOrWhiteSpace(cells[i]))
                return RowReading.Refused(RecordProblem.TooManyColumns);
        }
        return cells.Count <= reading.IndexOf(ColumnRole.Text) ? RowReading.Refused(RecordProblem.TooFewColumns) : new RowReading([row]);
    }

    public static List<string> Cells(string row, char divider)
    {
        List<string> cells = [];
        for (var at = 0; at <= row.Length;)
        {
            cells.Add(at < row.Length && row[at] == '"' ? Quoted(row, ref at, divider) : Bare(row, ref at, divider));
            // Behind the divider, or behind the end.
            at++;
        }
        return cells;
    }

    private static string Bare(string row, ref int at, char divider)
    {
        var begin = at;
        var end = row.IndexOf(divider, at);
        at = end < 0 ? row.Length : end;
        return row[begin..at];
    }

    private static string Quoted(string row, ref int at, char divider)
    {
        var cell = new StringBuilder();
        for (at++; at < row.Length; at++)
        {
            if (row[at] != '"')
                cell.Append(row[at]);
            else if (at + 1 < row.Length && row[at + 1] == '"')
                cell.Append(row[at++]);
            else if (at + 1 == row.Length || row[at + 1] == divider || row[at + 1] is '\r' or '\n')
                break;
            else
                cell.Append('"');
        }
        at++;
        return at > row.Length ? cell.ToString() : cell.Append(Bare(row, ref at, divider)).ToString();
    }
}
