using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Projection;

/// <summary>A cost that grows in equal steps from one month to another, and stays: amount · min(1, (t − from + 1)/(to − from + 1)).</summary>
public sealed record RampCost : CostLine
{
    /// <summary>Month of the first step [month], from 1.</summary>
    public int From { get; init; } = 1;

    /// <summary>Month in which the full amount is reached [month], not before the first.</summary>
    public int To { get; init; } = 1;

    /// <summary>The full amount [currency per month], at least 0.</summary>
    public Estimate Amount { get; init; }

    internal override IEnumerable<ScenarioInput> Inputs(string path) => [ScenarioInput.Money($"{path}/amount", Amount)];

    internal override double InMonth(int month, ReadOnlySpan<double> inputs) =>
        month < From ? 0 : inputs[0] * Math.Min(1, (month - From + 1d) / (To - From + 1d));

    internal override IEnumerable<ScenarioProblem> Problems(string path) =>
    [
        .. base.Problems(path),
        .. Check.Range($"{path}/from", From, 1, ScenarioLimits.Months),
        .. Check.Range($"{path}/to", To, From, ScenarioLimits.Months),
    ];
}
