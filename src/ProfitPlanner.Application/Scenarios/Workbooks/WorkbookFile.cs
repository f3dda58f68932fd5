using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ProfitPlanner.Application.Scenarios.Workbooks;

/// <summary>Writes sheets as an XLSX file.</summary>
internal static class WorkbookFile
{
    // In the order of CellLook; the first three number formats are ours.
    private const uint MoneyFormat = 164;
    private const uint NumberFormat = 165;
    private const uint ShareFormat = 166;

    /// <param name="sheets">The first is the one that opens.</param>
    /// <param name="names">Cells that go by a name of their own: name, reference.</param>
    public static byte[] Write(IReadOnlyList<Sheet> sheets, params (string Name, string Reference)[] names)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var list = new Sheets();
            foreach (var (sheet, index) in sheets.Select((sheet, index) => (sheet, (uint)index + 1)))
            {
                var part = book.AddNewPart<WorksheetPart>();
                part.Worksheet = Worksheet(sheet);
                list.Append(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Id = book.GetIdOfPart(part), SheetId = index, Name = sheet.Name });
            }
            book.Workbook = new Workbook(
                list,
                new DefinedNames(names.Select(name => new DefinedName(name.Reference) { Name = name.Name })),
                // The values beside the formulas are for programs that do not calculate; those that do shall.
                new CalculationProperties { FullCalculationOnLoad = true });
        }
        return stream.ToArray();
    }

    private static Worksheet Worksheet(Sheet sheet)
    {
        var columns = new Columns(sheet.Widths.Select((width, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = width, CustomWidth = true }));
        var rows = sheet.Rows.Select((cells, i) => new Row(cells.Select((cell, column) => CellOf(cell, column, i + 1))) { RowIndex = (uint)i + 1 });
        return new Worksheet(columns, new SheetData(rows));
    }

    private static Cell CellOf(SheetCell cell, int column, int row)
    {
        var written = new Cell { CellReference = $"{(char)('A' + column)}{row}", StyleIndex = (uint)cell.Look };
        if (cell.Formula is not null)
            written.CellFormula = new CellFormula(cell.Formula);
        switch (cell.Value)
        {
            case null:
                break;
            case string text:
                // Inline, so that no reader has to look texts up, and never as a formula, whatever it begins with.
                written.DataType = CellValues.InlineString;
                written.InlineString = new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve });
                break;
            default:
                written.CellValue = new CellValue(((IConvertible)cell.Value).ToDouble(CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture));
                break;
        }
        return written;
    }

    private static Stylesheet Styles()
    {
        var formats = new NumberingFormats(
            new NumberingFormat { NumberFormatId = MoneyFormat, FormatCode = "#,##0.00##########" },
            new NumberingFormat { NumberFormatId = NumberFormat, FormatCode = "#,##0.############" },
            new NumberingFormat { NumberFormatId = ShareFormat, FormatCode = "0.0#########%" });
        var fonts = new Fonts(new Font(), new Font(new Bold()), new Font(new Color { Rgb = "FF7F7F7F" }), new Font(new Color { Rgb = "FF1F4E9E" }));
        // The first two fills are what every workbook has, whatever they say.
        var fills = new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFFFF7DB" }) { PatternType = PatternValues.Solid }));
        var looks = new CellFormats(
            Look(),
            Look(font: 1),
            Look(font: 2),
            Look(NumberFormat),
            Look(MoneyFormat),
            Look(ShareFormat),
            Look(NumberFormat, font: 3, fill: 2),
            Look(MoneyFormat, font: 3, fill: 2),
            Look(ShareFormat, font: 3, fill: 2),
            Look(MoneyFormat, font: 1));
        return new Stylesheet(formats, fonts, fills, new Borders(new Border()), new CellStyleFormats(new CellFormat()), looks);
    }

    private static CellFormat Look(uint format = 0, uint font = 0, uint fill = 0) => new()
    {
        NumberFormatId = format,
        FontId = font,
        FillId = fill,
        BorderId = 0,
        FormatId = 0,
        ApplyNumberFormat = format > 0,
        ApplyFont = font > 0,
        ApplyFill = fill > 0,
    };
}
