using System.Collections.ObjectModel;
using ProfitPlanner.ProfitModel.Decisions;
using ProfitPlanner.ProfitModel.Projection;

namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>
/// What a founder assumes: P = Σᵢ αᵢ·Nᵢ·(pᵢ − C_v,i − C_m,i) − C_f, per period, in one currency.
/// Source: docs/modelling.md, "Profit". Lists compare by reference, as records do: whether two scenarios say the
/// same is asked of <see cref="ScenarioDiff.Between"/>.
/// </summary>
public sealed record Scenario
{
    /// <summary>What the founder calls it [1 to 200 characters].</summary>
    public required string Name { get; init; }

    /// <summary>The currency of every amount below.</summary>
    public required Currency Currency { get; init; }

    /// <summary>The period of every amount and count below.</summary>
    public required Period Period { get; init; }

    /// <summary>Free text [up to 10,000 characters].</summary>
    public string Notes { get; init; } = "";

    /// <summary>C_v where a segment has none of its own [currency per customer per period], at least 0.</summary>
    public Estimate VariableCost { get; init; }

    /// <summary>C_m where a segment has none of its own [currency per customer per period], at least 0.</summary>
    public Estimate RetentionCost { get; init; }

    /// <summary>The lines that add up to C_f [currency per period].</summary>
    public IReadOnlyList<FixedCost> FixedCosts { get; init; } = [];

    /// <summary>The groups of customers, in the founder's order; none makes the profit −C_f.</summary>
    public IReadOnlyList<Segment> Segments { get; init; } = [];

    /// <summary>What limits how many customers can be served.</summary>
    public IReadOnlyList<Capacity> Capacities { get; init; } = [];

    /// <summary>Which uncertain numbers move together.</summary>
    public IReadOnlyList<Correlation> Correlations { get; init; } = [];

    /// <summary>How it runs over time; null takes the plan's defaults.</summary>
    public ProjectionPlan? Projection { get; init; }

    /// <summary>What really happened, in any order.</summary>
    public IReadOnlyList<MonthlyActual> Actuals { get; init; } = [];

    /// <summary>Ways to find numbers out that are thought of.</summary>
    public IReadOnlyList<PlannedExperiment> Experiments { get; init; } = [];

    /// <summary>Where numbers come from, by their path (see <see cref="ScenarioChange"/>).</summary>
    public IReadOnlyDictionary<string, Provenance> Provenance { get; init; } =
        ReadOnlyDictionary<string, Provenance>.Empty;

    /// <summary>A valid scenario without segments and costs: its profit is zero.</summary>
    public static Scenario Blank(string name, Currency currency, Period period) =>
        new() { Name = name, Currency = currency, Period = period };
}
