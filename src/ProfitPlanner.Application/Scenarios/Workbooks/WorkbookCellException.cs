namespace ProfitPlanner.Application.Scenarios.Workbooks;

/// <summary>A cell that should hold a number does not.</summary>
/// <param name="cell">As in <c>Inputs!C5</c>.</param>
internal sealed class WorkbookCellException(string cell) : Exception($"{cell} holds no number.")
{
    public string Cell => cell;
}
