using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace ProfitPlanner.Intents.Training.DataSets;

/// <summary>A heading and rows, separated by commas, semicolons or tabs, quoted as RFC 4180 has it.</summary>
internal sealed class DelimitedTable
{
    private DelimitedTable(IReadOnlyList<string> heading, IEnumerable<DelimitedRow> rows)
    {
        Heading = heading;
        Rows = rows;
    }

    public IReadOnlyList<string> Heading { get; }

    /// <summary>Read as they are asked for; rows without a word in them are passed over.</summary>
    /// <exception cref="InvalidDataException">A quote is not closed; the line is named, the file is not.</exception>
    public IEnumerable<DelimitedRow> Rows { get; }

    /// <exception cref="InvalidDataException">There is no heading.</exception>
    public static DelimitedTable Parse(string text, char separator)
    {
        var rows = Read(text, separator).Where(row => row.Cells.Any(cell => !string.IsNullOrWhiteSpace(cell)));
        var heading = rows.FirstOrDefault().Cells ?? throw new InvalidDataException("the file is empty.");
        return new DelimitedTable([.. heading.Select(name => name.Trim())], rows.Skip(1));
    }

    /// <summary>Where a column stands, counted from 0, or null; upper and lower case are the same.</summary>
    public int? Find(string name)
    {
        int[] found = [.. Enumerable.Range(0, Heading.Count).Where(i => Heading[i].Equals(name, StringComparison.OrdinalIgnoreCase))];
        return found switch
        {
            [] => null,
            [var at] => at,
            _ => throw new InvalidDataException($"two columns are called {name}."),
        };
    }

    /// <summary>Where a column stands, counted from 0.</summary>
    /// <exception cref="InvalidDataException">There is none of that name; says which there are.</exception>
    public int Column(string name) =>
        Find(name) ?? throw new InvalidDataException($"there is no column {name}; the heading has {string.Join(", ", Heading)}.");

    private static IEnumerable<DelimitedRow> Read(string text, char separator)
    {
        var (line, read) = (0, 0);
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            HasHeaderRecord = false,
            Delimiter = separator.ToString(),
            NewLine = "\n",
            // 12" within an unquoted text is no fault; words behind a closing quote are.
            BadDataFound = bad =>
            {
                if (bad.Field.StartsWith('"'))
                    throw new InvalidDataException($"line {line}: something stands behind a closing quote; a quote within a quoted text is written twice.");
            },
        };
        using var parser = new CsvParser(new StringReader(text), configuration);
        while (parser.Read())
        {
            var raw = parser.RawRecord.AsSpan().Trim('\n');
            var breaks = raw.Count('\n');
            line = parser.RawRow - breaks;
            read += parser.RawRecord.Length;
            // Only the last row can be within a quote still; 12" stands in others, too.
            if (breaks > 0 && read == text.Length && raw.Count('"') % 2 == 1)
                // The parser counts the file's last line end only where it stands within quotes.
                throw new InvalidDataException($"line {parser.RawRow - parser.RawRecord.Count('\n')}: a quote is opened and never closed.");
            yield return new DelimitedRow(line, parser.Record ?? []);
        }
    }
}
