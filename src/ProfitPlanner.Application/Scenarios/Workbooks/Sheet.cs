namespace ProfitPlanner.Application.Scenarios.Workbooks;

/// <summary>A sheet that is being filled, row by row.</summary>
/// <param name="name">Without the characters that a sheet's name cannot have.</param>
/// <param name="widths">Of the columns [characters].</param>
internal sealed class Sheet(string name, params double[] widths)
{
    private readonly List<SheetCell[]> _rows = [];

    public string Name => name;

    public IReadOnlyList<double> Widths => widths;

    public IReadOnlyList<SheetCell[]> Rows => _rows;

    /// <summary>Number of the row that is added next, as formulas count: from 1.</summary>
    public int NextRow => _rows.Count + 1;

    public void Add(params SheetCell[] cells) => _rows.Add(cells);

    /// <summary>A row of headings.</summary>
    public void AddHeadings(params string[] headings) => Add([.. headings.Select(heading => new SheetCell(heading, CellLook.Heading))]);

    /// <summary>How formulas of any sheet name a cell of this one, wherever they are copied to.</summary>
    public string Reference(char column, int row) => $"'{name}'!${column}${row}";
}
