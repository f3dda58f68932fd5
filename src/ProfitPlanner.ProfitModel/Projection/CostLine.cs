using System.Text.Json.Serialization;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Projection;

/// <summary>
/// A cost that comes with time, beside the scenario's fixed costs. The set is closed.
/// Source: docs/modelling/projection.md, "Costs".
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(RampCost), "ramp")]
[JsonDerivedType(typeof(HiringCost), "hiring")]
[JsonDerivedType(typeof(OneOffCost), "oneOff")]
public abstract record CostLine
{
    /// <summary>Tells lines apart when they are renamed or moved.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it is paid for [1 to 200 characters].</summary>
    public required string Name { get; init; }

    /// <summary>The numbers that may be uncertain, which stand under <paramref name="path"/>.</summary>
    internal abstract IEnumerable<ScenarioInput> Inputs(string path);

    /// <summary>The cost of a month [currency], of values of <see cref="Inputs"/> in their order.</summary>
    internal abstract double InMonth(int month, ReadOnlySpan<double> inputs);

    /// <summary>What is wrong beside the inputs.</summary>
    internal virtual IEnumerable<ScenarioProblem> Problems(string path) => Check.Name($"{path}/name", Name);
}
