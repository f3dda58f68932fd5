namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>Ends the reading of a plan file at its first error; does not leave <see cref="PlanJson"/>.</summary>
internal sealed class PlanException(PlanError error) : Exception(error.Message)
{
    public PlanException(string path, string message) : this(new PlanError(path, message))
    {
    }

    public PlanError Error { get; } = error;
}
