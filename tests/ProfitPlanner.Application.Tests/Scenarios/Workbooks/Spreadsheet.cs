using System.Diagnostics;
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ProfitPlanner.Application.Tests.Scenarios.Workbooks;

/// <summary>LibreOffice without a window: what a program that is not ours makes of a workbook.</summary>
internal static class Spreadsheet
{
    private const string RequiredVariable = "PROFITPLANNER_REQUIRE_OFFICE";

    private static readonly string[] Installed = ["/usr/bin/soffice", "/usr/bin/libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice", @"C:\Program Files\LibreOffice\program\soffice.exe"];

    /// <summary>The first sheet of each workbook as it is calculated anew, [workbook][row][column].</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<string[]>>> CalculateAsync(IReadOnlyList<byte[]> workbooks)
    {
        var program = Installed.FirstOrDefault(File.Exists);
        if (program is null && Environment.GetEnvironmentVariable(RequiredVariable) == "1")
            Assert.Fail("LibreOffice is not installed.");
        Assert.SkipWhen(program is null, "LibreOffice is not installed.");
        var folder = Directory.CreateTempSubdirectory("workbooks");
        try
        {
            string[] files = [.. workbooks.Select((_, i) => Path.Combine(folder.FullName, $"book{i:D4}.xlsx"))];
            for (var i = 0; i < files.Length; i++)
                await File.WriteAllBytesAsync(files[i], WithoutResults(workbooks[i]), TestContext.Current.CancellationToken);
            // The last numbers: values as they are and not as they are shown, of the first sheet.
            var start = new ProcessStartInfo(program!)
            {
                ArgumentList = { $"-env:UserInstallation=file://{folder.FullName}/profile", "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,1", "--outdir", folder.FullName },
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            foreach (var file in files)
                start.ArgumentList.Add(file);
            using var process = Process.Start(start)!;
            var told = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return [.. files.Select((_, i) => Rows(Directory.GetFiles(folder.FullName, $"book{i:D4}*.csv").SingleOrDefault() ?? throw new InvalidOperationException(told)))];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The workbook with another value in a column of the row with a path, as somebody types it.</summary>
    public static byte[] WithValue(byte[] workbook, string path, string column, string value, bool isText = false) => Edited(workbook, cells =>
    {
        var row = (Row)cells.First(cell => cell.CellReference!.Value!.StartsWith('A') && cell.InnerText == path).Parent!;
        var cell = row.Elements<Cell>().First(cell => cell.CellReference == $"{column}{row.RowIndex}");
        (cell.InlineString, cell.CellValue, cell.DataType) = (null, new CellValue(value), isText ? CellValues.String : CellValues.Number);
    });

    // Else a program may show what we have written, and calculate nothing.
    private static byte[] WithoutResults(byte[] workbook) => Edited(workbook, cells =>
    {
        foreach (var cell in cells.Where(cell => cell.CellFormula is not null))
            cell.CellValue = null;
    });

    private static byte[] Edited(byte[] workbook, Action<IReadOnlyList<Cell>> edit)
    {
        using var stream = new MemoryStream();
        stream.Write(workbook);
        using (var document = SpreadsheetDocument.Open(stream, isEditable: true))
            edit([.. document.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<Cell>())]);
        return stream.ToArray();
    }

    private static List<string[]> Rows(string file)
    {
        using var reader = new StreamReader(file);
        using var parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture));
        var rows = new List<string[]>();
        while (parser.Read())
            rows.Add(parser.Record!);
        return rows;
    }
}
