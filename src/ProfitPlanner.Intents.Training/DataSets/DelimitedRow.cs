namespace ProfitPlanner.Intents.Training.DataSets;

/// <summary>A row of a table.</summary>
/// <param name="Line">Where it begins in its file, counted from 1.</param>
/// <param name="Cells">As many as the row has.</param>
internal readonly record struct DelimitedRow(int Line, string[] Cells)
{
    /// <summary>A cell without the white space at its ends; empty where the row is too short.</summary>
    public string this[int column] => column < Cells.Length ? Cells[column].Trim() : "";
}
