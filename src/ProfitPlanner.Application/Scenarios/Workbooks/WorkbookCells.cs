using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ProfitPlanner.Application.Scenarios.Workbooks;

/// <summary>The values of a workbook's cells, as whatever program saved it last has left them.</summary>
internal static class WorkbookCells
{
    // A workbook of ours has some thousands of cells; more is something else, or an attack.
    private const long MostCharacters = 20_000_000;

    /// <summary>The rows of each sheet: their number, and their cells' texts by column. Numbers are written as JSON writes them.</summary>
    /// <exception cref="InvalidDataException">It is no workbook, or too large a one.</exception>
    public static IReadOnlyList<(string Sheet, IReadOnlyList<(int Row, IReadOnlyDictionary<char, string> Cells)> Rows)> Read(byte[] file)
    {
        try
        {
            using var stream = new MemoryStream(file);
            using var document = SpreadsheetDocument.Open(stream, isEditable: false, new OpenSettings { MaxCharactersInPart = MostCharacters });
            var book = document.WorkbookPart ?? throw new InvalidDataException("It has no workbook.");
            string[] shared = [.. book.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>().Select(item => item.InnerText) ?? []];
            return
            [
                .. from sheet in book.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>()
                   where sheet.Id?.Value is not null && book.TryGetPartById(sheet.Id!.Value!, out var found) && found is WorksheetPart
                   select (sheet.Name?.Value ?? "", RowsOf((WorksheetPart)book.GetPartById(sheet.Id!.Value!), shared)),
            ];
        }
        catch (Exception e) when (e is OpenXmlPackageException or FileFormatException or System.Xml.XmlException or FormatException or IOException or InvalidOperationException or ArgumentException)
        {
            throw new InvalidDataException("It is no workbook.", e);
        }
    }

    private static IReadOnlyList<(int, IReadOnlyDictionary<char, string>)> RowsOf(WorksheetPart part, string[] shared) =>
    [
        .. from row in part.Worksheet?.Descendants<Row>() ?? []
           select ((int)(row.RowIndex?.Value ?? 0), (IReadOnlyDictionary<char, string>)CellsOf(row, shared)),
    ];

    private static Dictionary<char, string> CellsOf(Row row, string[] shared)
    {
        var cells = new Dictionary<char, string>();
        foreach (var cell in row.Elements<Cell>())
        {
            // Beyond Z is nothing of ours.
            if (cell.CellReference?.Value is { Length: > 1 } reference && char.IsAsciiDigit(reference[1]))
                cells[reference[0]] = TextOf(cell, shared);
        }
        return cells;
    }

    private static string TextOf(Cell cell, string[] shared)
    {
        var value = cell.CellValue?.Text ?? "";
        if (cell.DataType?.Value is not { } type)
            return value;
        if (type == CellValues.InlineString)
            return cell.InlineString?.InnerText ?? "";
        if (type == CellValues.SharedString)
            return int.TryParse(value, CultureInfo.InvariantCulture, out var index) && index >= 0 && index < shared.Length ? shared[index] : "";
        return value;
    }
}
