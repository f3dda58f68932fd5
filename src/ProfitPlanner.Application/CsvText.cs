using System.Buffers;
using System.Globalization;
using System.Text;

namespace ProfitPlanner.Application;

/// <summary>Rows as a CSV file that a spreadsheet opens as text and numbers: no cell of it becomes a formula.</summary>
public static class CsvText
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",;\"\r\n\t");

    /// <summary>A file in memory.</summary>
    public static byte[] Write(IEnumerable<string> headings, IEnumerable<IEnumerable<string>> rows) =>
        [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Concat(rows.Prepend(headings).Select(Row)))];

    /// <summary>Rows that are written as they are read, so that a million of them need no memory.</summary>
    /// <param name="to">Stays open.</param>
    /// <param name="cells">Of a row; null stands empty.</param>
    internal static async Task WriteAsync<T>(
        Stream to, IEnumerable<string> headings, IAsyncEnumerable<T> rows, Func<T, IEnumerable<string?>> cells, CancellationToken cancellationToken)
    {
        // With its mark: spreadsheets take a file without it for one in their own encoding.
        await using var text = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await text.WriteAsync(Row(headings));
        await foreach (var row in rows.WithCancellation(cancellationToken))
            await text.WriteAsync(Row(cells(row)));
    }

    internal static string Time(DateTimeOffset? at) => at?.ToString("O", CultureInfo.InvariantCulture) ?? "";

    internal static string Number(IFormattable? number) => number?.ToString(null, CultureInfo.InvariantCulture) ?? "";

    /// <summary>A cell, quoted where it must be; one that a spreadsheet would work out begins with an apostrophe, unless it is a number.</summary>
    internal static string Cell(string? value)
    {
        if (value is null)
            return "";
        if (value is ['=' or '+' or '@' or '\t' or '\r', ..] || (value is ['-', ..] && !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _)))
            value = "'" + value;
        return value.AsSpan().ContainsAny(Quoted) ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;
    }

    private static string Row(IEnumerable<string?> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";
}
