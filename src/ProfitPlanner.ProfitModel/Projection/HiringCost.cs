using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Projection;

/// <summary>People who are hired: headcount · monthly cost · (1 + overhead) in each month.</summary>
public sealed record HiringCost : CostLine
{
    /// <summary>First month [month], from 1.</summary>
    public int From { get; init; } = 1;

    /// <summary>Last month [month], not before the first; null where they stay.</summary>
    public int? Until { get; init; }

    /// <summary>How many [people], at least 0.</summary>
    public Estimate Headcount { get; init; } = 1;

    /// <summary>Pay of one [currency per person per month], at least 0.</summary>
    public Estimate MonthlyCost { get; init; }

    /// <summary>What comes on top of the pay: contributions, desk, tools [1 of the pay], 0 to 10.</summary>
    public Estimate Overhead { get; init; }

    internal override IEnumerable<ScenarioInput> Inputs(string path) =>
    [
        ScenarioInput.Count($"{path}/headcount", Headcount),
        ScenarioInput.Money($"{path}/monthlyCost", MonthlyCost),
        ScenarioInput.Number($"{path}/overhead", Overhead, 0, ScenarioLimits.YearlyRate),
    ];

    internal override double InMonth(int month, ReadOnlySpan<double> inputs) =>
        month < From || month > (Until ?? month) ? 0 : inputs[0] * inputs[1] * (1 + inputs[2]);

    internal override IEnumerable<ScenarioProblem> Problems(string path) =>
    [
        .. base.Problems(path),
        .. Check.Range($"{path}/from", From, 1, ScenarioLimits.Months),
        .. Check.Range($"{path}/until", Until ?? From, From, ScenarioLimits.Months),
    ];
}
