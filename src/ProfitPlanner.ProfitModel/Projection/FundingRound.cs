using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Projection;

/// <summary>Money from investors: cash, and neither revenue nor profit.</summary>
public sealed record FundingRound
{
    /// <summary>Tells rounds apart when they are renamed or moved.</summary>
    public required Guid Id { get; init; }

    /// <summary>What the founder calls it [1 to 200 characters].</summary>
    public required string Name { get; init; }

    /// <summary>When it arrives [month], from 1.</summary>
    public int Month { get; init; } = 1;

    /// <summary>How much [currency], at least 0.</summary>
    public Estimate Amount { get; init; }

    internal IEnumerable<ScenarioProblem> Problems(string path) =>
    [
        .. Check.Name($"{path}/name", Name),
        .. Check.Range($"{path}/month", Month, 1, ScenarioLimits.Months),
    ];
}
