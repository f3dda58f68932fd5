using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Decisions;

/// <summary>A way to find out a number of a scenario, and what it would cost.</summary>
public sealed record PlannedExperiment
{
    /// <summary>Tells experiments apart when they are renamed or moved.</summary>
    public required Guid Id { get; init; }

    /// <summary>What would be done [1 to 200 characters].</summary>
    public required string Name { get; init; }

    /// <summary>Path of the number that it finds out (see <see cref="ScenarioChange"/>); passed over where that is not uncertain.</summary>
    public required string Input { get; init; }

    /// <summary>Observations [1], at least 1.</summary>
    public int SampleSize { get; init; } = 100;

    /// <summary>What it would cost in all [currency], at least 0.</summary>
    public decimal Cost { get; init; }

    /// <summary>Standard deviation of one observation [the number's unit], above 0; not needed for a share.</summary>
    public decimal? Noise { get; init; }

    internal IEnumerable<ScenarioProblem> Problems(string path) =>
    [
        .. Check.Name($"{path}/name", Name),
        .. Check.Range($"{path}/sampleSize", SampleSize, 1, ScenarioLimits.Quantity),
        .. Check.Money($"{path}/cost", Cost),
        .. Check.Range($"{path}/noise", Noise ?? 1, 0.000_000_001m, ScenarioLimits.Money),
    ];
}
