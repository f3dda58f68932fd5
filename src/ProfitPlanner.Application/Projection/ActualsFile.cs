using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using MiniExcelLibs;
using ProfitPlanner.ProfitModel.Projection;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Application.Projection;

/// <summary>Why a file of actuals cannot be read.</summary>
public enum ActualsProblem
{
    /// <summary>Neither CSV nor XLSX, or broken.</summary>
    NotATable,

    /// <summary>No column is called month, or there is no other that is known.</summary>
    NoColumns,

    /// <summary>The month of a line cannot be read.</summary>
    NotAMonth,

    /// <summary>A number of a line cannot be read.</summary>
    NotANumber,

    /// <summary>A number of a line is beyond what a month can have.</summary>
    OutOfRange,

    /// <summary>Two lines are of the same month.</summary>
    SameMonth,

    /// <summary>More lines than a plan could ever have.</summary>
    TooLong,
}

/// <summary>Monthly actuals read from a file, or what is wrong with it.</summary>
/// <param name="Line">Where, counted from 1 as a spreadsheet does; null where it is the file.</param>
/// <param name="Column">The column's heading; null where it is the line.</param>
public sealed record ActualsReading(IReadOnlyList<MonthlyActual> Months, ActualsProblem? Problem = null, int? Line = null, string? Column = null);

/// <summary>
/// Reads months from CSV (comma, semicolon or tab; UTF-8, UTF-16 or GB 18030) or XLSX, by the headings of its columns
/// in English or Chinese. Months as 2027-01, 2027/1 or a spreadsheet's date.
/// </summary>
public static class ActualsFile
{
    /// <summary>The largest file that is read [bytes].</summary>
    public const int Largest = 2 * 1024 * 1024;

    private const int MostLines = 1_200;

    private static readonly Column Month = new(0, 0, (actual, _) => actual);
    private static readonly Column Revenue = Money((actual, number) => actual with { Revenue = number });
    private static readonly Column Customers = Count((actual, number) => actual with { Customers = number });
    private static readonly Column NewCustomers = Count((actual, number) => actual with { NewCustomers = number });
    private static readonly Column LostCustomers = Count((actual, number) => actual with { LostCustomers = number });
    private static readonly Column VariableCost = Money((actual, number) => actual with { VariableCost = number });
    private static readonly Column FixedCost = Money((actual, number) => actual with { FixedCost = number });
    private static readonly Column Cash = Money((actual, number) => actual with { Cash = number }, least: -ScenarioLimits.Money);

    private static readonly Dictionary<string, Column> Headings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["month"] = Month,
        ["date"] = Month,
        ["月份"] = Month,
        ["月"] = Month,
        ["revenue"] = Revenue,
        ["收入"] = Revenue,
        ["customers"] = Customers,
        ["客户"] = Customers,
        ["客户数"] = Customers,
        ["newcustomers"] = NewCustomers,
        ["new"] = NewCustomers,
        ["新客户"] = NewCustomers,
        ["lostcustomers"] = LostCustomers,
        ["lost"] = LostCustomers,
        ["churned"] = LostCustomers,
        ["流失客户"] = LostCustomers,
        ["variablecost"] = VariableCost,
        ["变动成本"] = VariableCost,
        ["fixedcost"] = FixedCost,
        ["固定成本"] = FixedCost,
        ["cash"] = Cash,
        ["现金"] = Cash,
    };

    private static readonly string[] MonthForms = ["yyyy-MM", "yyyy-M", "yyyy/M", "yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyy.M", "yyyy年M月", "MM/yyyy", "MMM yyyy", "MMMM yyyy", "d MMM yyyy", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss"];

    static ActualsFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static ActualsReading Read(byte[] content)
    {
        List<string[]> lines;
        try
        {
            lines = [.. (IsXlsx(content) ? Xlsx(content) : Csv(content)).Take(MostLines + 1)];
        }
        catch (Exception exception) when (exception is CsvHelperException or InvalidDataException or System.Xml.XmlException or IOException
            or NotSupportedException or FormatException or ArgumentException or InvalidOperationException or KeyNotFoundException)
        {
            return new ActualsReading([], ActualsProblem.NotATable);
        }
        if (lines.Count > MostLines)
            return new ActualsReading([], ActualsProblem.TooLong, MostLines + 1);
        return lines.Count == 0 ? new ActualsReading([], ActualsProblem.NotATable) : OfLines(lines);
    }

    private static ActualsReading OfLines(List<string[]> lines)
    {
        var columns = lines[0].Select(heading => Headings.GetValueOrDefault(Plain(heading))).ToArray();
        var monthAt = Array.IndexOf(columns, Month);
        if (monthAt < 0 || columns.All(column => column is null || column == Month))
            return new ActualsReading([], ActualsProblem.NoColumns, 1);

        var months = new Dictionary<DateOnly, MonthlyActual>();
        for (var i = 1; i < lines.Count; i++)
        {
            var cells = lines[i];
            if (cells.All(string.IsNullOrWhiteSpace))
                continue;
            if (monthAt >= cells.Length || MonthOf(cells[monthAt]) is not { } month)
                return new ActualsReading([], ActualsProblem.NotAMonth, i + 1, lines[0][monthAt]);
            var actual = MonthlyActual.Of(month);
            for (var at = 0; at < Math.Min(cells.Length, columns.Length); at++)
            {
                if (columns[at] is not { } column || column == Month || string.IsNullOrWhiteSpace(cells[at]))
                    continue;
                if (!decimal.TryParse(cells[at].Trim(), NumberStyles.Number | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number))
                    return new ActualsReading([], ActualsProblem.NotANumber, i + 1, lines[0][at]);
                if (number < column.Least || number > column.Most)
                    return new ActualsReading([], ActualsProblem.OutOfRange, i + 1, lines[0][at]);
                actual = column.With(actual, number);
            }
            if (!months.TryAdd(month, actual))
                return new ActualsReading([], ActualsProblem.SameMonth, i + 1);
        }
        return new ActualsReading([.. months.Values.OrderBy(actual => actual.Month)]);
    }

    private static Column Money(Func<MonthlyActual, decimal, MonthlyActual> with, decimal least = 0) => new(least, ScenarioLimits.Money, with);

    private static Column Count(Func<MonthlyActual, decimal, MonthlyActual> with) => new(0, ScenarioLimits.Quantity, with);

    private static DateOnly? MonthOf(string text)
    {
        text = text.Trim();
        // In these forms only: a guess would take a time for today's month, and 3/4/2027 for March or April.
        return DateTime.TryParseExact(text, MonthForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            ? new DateOnly(month.Year, month.Month, 1)
            : null;
    }

    private static string Plain(string heading) => new([.. heading.Where(c => char.IsLetter(c) && c != '\ufeff')]);

    private static bool IsXlsx(byte[] content) => content is [(byte)'P', (byte)'K', ..];

    private static IEnumerable<string[]> Xlsx(byte[] content)
    {
        // A few kilobytes can unpack to gigabytes: what is declared is looked at before it is read.
        using (var archive = new System.IO.Compression.ZipArchive(new MemoryStream(content)))
        {
            if (archive.Entries.Sum(entry => entry.Length) > 40L * Largest)
                throw new InvalidDataException("The workbook unpacks to too much.");
        }
        using var stream = new MemoryStream(content);
        foreach (IDictionary<string, object?> row in stream.Query(useHeaderRow: false).Take(MostLines + 1))
            yield return [.. row.Values.Select(cell => cell is DateTime date ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "")];
    }

    private static IEnumerable<string[]> Csv(byte[] content)
    {
        var text = Decode(content);
        if (text.Contains('\0', StringComparison.Ordinal))
            throw new InvalidDataException("This is no text.");
        var first = text.AsSpan(0, text.IndexOf('\n', StringComparison.Ordinal) is var end && end < 0 ? text.Length : end);
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            HasHeaderRecord = false,
            Delimiter = first.Contains('\t') ? "\t" : first.Contains(';') ? ";" : ",",
            BadDataFound = null,
        };
        using var parser = new CsvParser(new StringReader(text), configuration);
        while (parser.Read())
            yield return parser.Record ?? [];
    }

    private static string Decode(byte[] content)
    {
        if (content is [0xFF, 0xFE, ..])
            return Encoding.Unicode.GetString(content);
        if (content is [0xFE, 0xFF, ..])
            return Encoding.BigEndianUnicode.GetString(content);
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content);
        }
        catch (DecoderFallbackException)
        {
            // What Chinese spreadsheets write where they do not write UTF-8.
            return Encoding.GetEncoding("GB18030").GetString(content);
        }
    }

    /// <summary>What a column holds: the range that a month can have, and where it goes.</summary>
    private sealed record Column(decimal Least, decimal Most, Func<MonthlyActual, decimal, MonthlyActual> With);
}
