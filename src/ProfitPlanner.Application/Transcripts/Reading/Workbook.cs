using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using System.Xml;
using ProfitPlanner.Application.Transcripts.Importing;

namespace ProfitPlanner.Application.Transcripts.Reading;

/// <summary>
/// The first sheet of a workbook, row by row. Read by hand: libraries keep shared texts in temporary files, where
/// nothing unmasked may stand, and believe what a workbook says of its size.
/// </summary>
internal sealed class Workbook : IDisposable
{
    // A few kilobytes can unpack to gigabytes.
    private const int MostEntries = 2_000;
    private const long MostUnpacked = 1024L * 1024 * 1024;
    private const long MostOfSharedTexts = 192L * 1024 * 1024;
    private const int MostTimesSmaller = 200;

    // A cell that is longer is refused, however much longer it is.
    private const int LongestCell = TurnReader.LongestText + 1;

    // From the first day of 1900, as workbooks count them, to that of 1904, as old ones of the Mac do.
    private const int DaysTo1904 = 1_462;

    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static readonly SearchValues<char> PartsOfDates = SearchValues.Create("ymdhYMDH年月日");

    private readonly ZipArchive _archive;
    private readonly List<string> _texts;
    private readonly bool[] _isDate;
    private readonly int _firstDay;
    private readonly string _sheet;

    private Workbook(ZipArchive archive)
    {
        _archive = archive;
        _sheet = FirstSheet();
        _texts = [.. SharedTexts()];
        _isDate = DateStyles();
        _firstDay = Find("xl/workbook.xml", "workbookPr", xml => xml.GetAttribute("date1904")) is "1" or "true" ? DaysTo1904 : 0;
    }

    /// <exception cref="InvalidDataException">It is none, is broken, or unpacks to too much.</exception>
    public static Workbook Open(ReadOnlyMemory<byte> content)
    {
        ZipArchive? archive = null;
        try
        {
            archive = new ZipArchive(StreamOf(content));
            Measure(archive, content.Length);
            return new Workbook(archive);
        }
        catch (Exception e) when (e is XmlException or IOException or NotSupportedException or ArgumentException or FormatException)
        {
            archive?.Dispose();
            throw new InvalidDataException("The workbook is broken.", e);
        }
        catch
        {
            archive?.Dispose();
            throw;
        }
    }

    public void Dispose() => _archive.Dispose();

    /// <summary>Cells of each row that has any, with its number in the sheet.</summary>
    /// <exception cref="InvalidDataException">It is broken from here on.</exception>
    public IEnumerable<(int Number, List<string?> Cells)> Rows()
    {
        using var xml = Xml(_sheet);
        var number = 0;
        while (ToNext(xml))
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "row" })
                continue;
            number = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : number + 1;
            if (xml.IsEmptyElement)
                continue;
            var cells = Cells(xml);
            if (cells.Exists(cell => !string.IsNullOrWhiteSpace(cell)))
                yield return (number, cells);
        }
    }

    private List<string?> Cells(XmlReader xml)
    {
        List<string?> cells = [];
        while (ToNext(xml) && xml is not { NodeType: XmlNodeType.EndElement, LocalName: "row" })
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "c" })
                continue;
            var column = Column(xml.GetAttribute("r")) ?? cells.Count;
            var (type, style) = (xml.GetAttribute("t"), xml.GetAttribute("s"));
            var value = Text(xml) is { } text ? Value(text, type, style) : null;
            if (column >= FileReading.MostColumns)
                continue;
            while (cells.Count <= column)
                cells.Add(null);
            cells[column] = value;
        }
        return cells;
    }

    private string? Value(string text, string? type, string? style) => type switch
    {
        "s" => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < _texts.Count ? _texts[index] : null,
        "b" => text == "1" ? "true" : "false",
        "e" => null,
        null or "n" when IsDate(style) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var days) && days + _firstDay is > 0 and < 100_000 =>
            DateTime.FromOADate(days + _firstDay).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        _ => text,
    };

    private bool IsDate(string? style) => int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < _isDate.Length && _isDate[index];

    private IEnumerable<string> SharedTexts()
    {
        if (_archive.GetEntry("xl/sharedStrings.xml") is null)
            yield break;
        using var xml = Xml("xl/sharedStrings.xml");
        while (ToNext(xml))
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" })
                yield return Text(xml) ?? "";
        }
    }

    private bool[] DateStyles()
    {
        if (_archive.GetEntry("xl/styles.xml") is null)
            return [];
        List<bool> styles = [];
        HashSet<int> dates = [14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58];
        using var xml = Xml("xl/styles.xml");
        var isInCells = false;
        while (ToNext(xml))
        {
            if (xml.LocalName == "cellXfs")
                isInCells = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            _ = int.TryParse(xml.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var format);
            if (xml.LocalName == "numFmt" && xml.GetAttribute("formatCode") is { } code && code.AsSpan().ContainsAny(PartsOfDates) && !code.Contains("General", StringComparison.Ordinal))
                dates.Add(format);
            else if (xml.LocalName == "xf" && isInCells)
                styles.Add(dates.Contains(format));
        }
        return [.. styles];
    }

    private string FirstSheet()
    {
        var id = Find("xl/workbook.xml", "sheet", xml => xml.GetAttribute("id", Relationships));
        var target = Find("xl/_rels/workbook.xml.rels", "Relationship", xml => xml.GetAttribute("Id") == id ? xml.GetAttribute("Target") : null)
            ?? throw new InvalidDataException("The workbook has no sheet.");
        return target.StartsWith('/') ? target[1..] : $"xl/{target}";
    }

    private string? Find(string entry, string element, Func<XmlReader, string?> read)
    {
        using var xml = Xml(entry);
        while (ToNext(xml))
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == element && read(xml) is { } value)
                return value;
        }
        return null;
    }

    private XmlReader Xml(string entry) => XmlReader.Create(
        (_archive.GetEntry(entry) ?? throw new InvalidDataException("The workbook lacks a part.")).Open(),
        // Entities and document types are refused.
        new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, IgnoreComments = true, IgnoreProcessingInstructions = true, CloseInput = true });

    // Of a cell or a shared text, with all its runs; null where it holds none. The reader is behind it then.
    private static string? Text(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return null;
        StringBuilder? text = null;
        var (depth, isText, isBeside) = (xml.Depth, false, false);
        while (ToNext(xml) && xml.Depth > depth)
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    // How Chinese and Japanese words are said stands beside them.
                    isBeside |= xml is { LocalName: "rPh", IsEmptyElement: false };
                    isText = !isBeside && xml is { LocalName: "v" or "t", IsEmptyElement: false };
                    break;
                case XmlNodeType.EndElement:
                    isBeside &= xml.LocalName != "rPh";
                    isText = false;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when isText:
                    text ??= new StringBuilder();
                    text.Append(xml.Value.AsSpan(0, Math.Min(xml.Value.Length, LongestCell - text.Length)));
                    break;
            }
        }
        return text is null ? null : FileEncodings.WithoutNul(text.ToString());
    }

    private static MemoryStream StreamOf(ReadOnlyMemory<byte> content) => MemoryMarshal.TryGetArray(content, out var bytes)
        ? new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false)
        : new MemoryStream(content.ToArray(), writable: false);

    private static bool ToNext(XmlReader xml)
    {
        try
        {
            return xml.Read();
        }
        catch (XmlException e)
        {
            throw new InvalidDataException("The workbook is broken.", e);
        }
    }

    // 'BC12' is the 55th column, which is number 54.
    private static int? Column(string? cell)
    {
        var column = 0;
        foreach (var letter in (cell ?? "").TakeWhile(char.IsAsciiLetterUpper).Take(4))
            column = (column * 26) + letter - 'A' + 1;
        return column == 0 ? null : column - 1;
    }

    // By unpacking, since what a workbook declares is what a bomb lies about.
    private static void Measure(ZipArchive archive, long packed)
    {
        if (archive.Entries.Count > MostEntries)
            throw new InvalidDataException("The workbook has too many parts.");
        var buffer = new byte[128 * 1024];
        var total = 0L;
        foreach (var entry in archive.Entries)
        {
            var most = entry.FullName.EndsWith("sharedStrings.xml", StringComparison.OrdinalIgnoreCase) ? MostOfSharedTexts : MostUnpacked;
            var unpacked = 0L;
            using var stream = entry.Open();
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                unpacked += read;
                total += read;
                if (unpacked > most || total > MostUnpacked || (total > 10 * 1024 * 1024 && total > packed * MostTimesSmaller))
                    throw new InvalidDataException("The workbook unpacks to too much.");
            }
        }
    }
}
