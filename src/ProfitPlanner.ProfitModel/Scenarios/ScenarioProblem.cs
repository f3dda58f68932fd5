namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>Why a scenario cannot be calculated or kept as it is.</summary>
/// <param name="Path">Where (see <see cref="ScenarioChange"/>).</param>
/// <param name="Kind">What.</param>
/// <param name="Limit">The limit that is overstepped, where there is one [the unit of the number at the path].</param>
public sealed record ScenarioProblem(string Path, ProblemKind Kind, decimal? Limit = null)
{
    /// <summary>The parameter at fault of the number's distribution, as in the scenario's JSON; null where it is the number.</summary>
    public string? Member { get; init; }
}
