using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Projection;

/// <summary>A cost that comes once.</summary>
public sealed record OneOffCost : CostLine
{
    /// <summary>When [month], from 1.</summary>
    public int Month { get; init; } = 1;

    /// <summary>How much [currency], at least 0.</summary>
    public Estimate Amount { get; init; }

    internal override IEnumerable<ScenarioInput> Inputs(string path) => [ScenarioInput.Money($"{path}/amount", Amount)];

    internal override double InMonth(int month, ReadOnlySpan<double> inputs) => month == Month ? inputs[0] : 0;

    internal override IEnumerable<ScenarioProblem> Problems(string path) =>
        [.. base.Problems(path), .. Check.Range($"{path}/month", Month, 1, ScenarioLimits.Months)];
}
