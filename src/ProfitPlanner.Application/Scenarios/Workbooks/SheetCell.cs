namespace ProfitPlanner.Application.Scenarios.Workbooks;

/// <summary>A cell of a sheet.</summary>
/// <param name="Value">A text, a number, or null for an empty cell; of a formula what it comes to, for programs that do not calculate.</param>
/// <param name="Formula">In the language of workbooks, without '='; null for a plain value.</param>
internal readonly record struct SheetCell(object? Value, CellLook Look = CellLook.Plain, string? Formula = null)
{
    public static implicit operator SheetCell(string text) => new(text);
}
