using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Application.Scenarios.Workbooks;

/// <summary>
/// A scenario as a workbook whose formulas are alive: whoever changes a number in it sees what becomes of the profit,
/// without us. Expected values are reckoned with; what an uncertain number may be stands beside it.
/// </summary>
public static class ScenarioWorkbook
{
    /// <summary>The name of the cell with the profit, in every language.</summary>
    public const string ProfitCell = "Profit";

    private const int FirstSegment = 2;
    private const char ProfitColumn = 'K';

    /// <summary>An XLSX file.</summary>
    public static byte[] Write(Scenario scenario, WorkbookWords words)
    {
        var sheet = new Sheet(words.ProfitSheet, 32, 16, 14, 16, 14, 14, 16, 18, 18, 18, 18);
        var cells = new InputCells(scenario, words, index => sheet.Reference('D', FirstSegment + index));
        sheet.AddHeadings(
            words.Segment, words.PotentialCustomers, words.Conversion, words.RevenuePerCustomer, words.VariableCost, words.RetentionCost,
            words.Customers, words.Revenue, words.VariableCost, words.RetentionCost, words.Contribution);
        var result = scenario.Evaluate();
        for (var i = 0; i < scenario.Segments.Count; i++)
            AddSegment(sheet, cells, scenario.Segments[i], result.Segments[i]);
        var profit = AddSums(sheet, cells, scenario, result, words);
        IReadOnlyList<Sheet> sheets = cells.HasSteps ? [sheet, cells.Inputs, cells.Steps] : [sheet, cells.Inputs];
        return WorkbookFile.Write(sheets, (ProfitCell, sheet.Reference(ProfitColumn, profit)));
    }

    private static void AddSegment(Sheet sheet, InputCells cells, Segment segment, SegmentResult result)
    {
        var (row, path) = (sheet.NextRow, $"segments/{segment.Id}");
        var conversion = segment.Demand is { } demand
            ? ProfitFormulas.Conversion(demand, member => cells[$"{path}/demand/{member}"], $"D{row}")
            : cells[$"{path}/conversion"];
        sheet.Add(
            segment.Name,
            new(segment.PotentialCustomers.Value, CellLook.Number, cells[$"{path}/potentialCustomers"]),
            new(result.Conversion, CellLook.Share, conversion),
            new(result.RevenuePerCustomer, CellLook.Money, ProfitFormulas.Price(segment.Revenue, member => cells[$"{path}/revenue/{member}"])),
            new(result.VariableCostPerCustomer, CellLook.Money, segment.VariableCost is null ? cells["variableCost"] : cells[$"{path}/variableCost"]),
            new(result.RetentionCostPerCustomer, CellLook.Money, segment.RetentionCost is null ? cells["retentionCost"] : cells[$"{path}/retentionCost"]),
            new(result.Customers, CellLook.Number, $"B{row}*C{row}"),
            new(result.Revenue, CellLook.Money, $"G{row}*D{row}"),
            new(result.VariableCost, CellLook.Money, $"G{row}*E{row}"),
            new(result.RetentionCost, CellLook.Money, $"G{row}*F{row}"),
            new(result.Contribution, CellLook.Money, $"H{row}-I{row}-J{row}"));
    }

    /// <returns>The row with the profit.</returns>
    private static int AddSums(Sheet sheet, InputCells cells, Scenario scenario, ProfitResult result, WorkbookWords words)
    {
        var (total, last) = (sheet.NextRow, sheet.NextRow - 1);
        SheetCell Sum(char column, decimal value) => new(value, CellLook.Total, last < FirstSegment ? "0" : $"SUM({column}{FirstSegment}:{column}{last})");
        sheet.Add(
            new(words.Total, CellLook.Heading), new(null), new(null), new(null), new(null), new(null),
            Sum('G', result.Customers), Sum('H', result.Revenue), Sum('I', result.VariableCost), Sum('J', result.RetentionCost), Sum(ProfitColumn, result.Contribution));
        foreach (var line in scenario.FixedCosts)
            sheet.Add(InLast($"{words.FixedCost}: {line.Name}", new(-line.Amount.Value, CellLook.Money, $"-{cells[$"fixedCosts/{line.Id}/amount"]}")));
        var profit = sheet.NextRow;
        sheet.Add(InLast(words.Profit, new(result.Profit, CellLook.Total, $"SUM({ProfitColumn}{total}:{ProfitColumn}{profit - 1})"), CellLook.Heading));
        sheet.Add();
        sheet.Add(words.Advice);
        return profit;
    }

    private static SheetCell[] InLast(string text, SheetCell value, CellLook look = CellLook.Plain) =>
        [new(text, look), .. Enumerable.Repeat(new SheetCell(null), ProfitColumn - 'B'), value];
}
