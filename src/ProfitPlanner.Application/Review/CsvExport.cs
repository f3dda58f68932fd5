using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace ProfitPlanner.Application.Review;

/// <summary>Rows that are written as they are read, so that a million of them need no memory.</summary>
internal static class CsvExport
{
    // A text such as =1+1 is written as a text: no spreadsheet runs it.
    private static readonly CsvConfiguration Safe = new(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape };

    /// <param name="to">Stays open.</param>
    /// <param name="columns">Their headings.</param>
    /// <param name="cells">Of a row; null stands empty.</param>
    public static async Task WriteAsync<T>(
        Stream to, IReadOnlyList<string> columns, IAsyncEnumerable<T> rows, Func<T, IReadOnlyList<string?>> cells, CancellationToken cancellationToken)
    {
        // With its mark: spreadsheets take a file without it for one in their own encoding.
        await using var text = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await using var csv = new CsvWriter(text, Safe, leaveOpen: true);
        await WriteRowAsync(columns);
        await foreach (var row in rows.WithCancellation(cancellationToken))
            await WriteRowAsync(cells(row));

        Task WriteRowAsync(IReadOnlyList<string?> row)
        {
            foreach (var cell in row)
                csv.WriteField(cell);
            return csv.NextRecordAsync();
        }
    }

    public static string Time(DateTimeOffset? at) => at?.ToString("O", CultureInfo.InvariantCulture) ?? "";

    public static string Number(IFormattable? number) => number?.ToString(null, CultureInfo.InvariantCulture) ?? "";
}
