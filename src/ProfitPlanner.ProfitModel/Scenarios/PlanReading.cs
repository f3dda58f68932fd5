using System.Diagnostics.CodeAnalysis;

namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>The scenario of a plan file, which has no <see cref="Validation.Problems"/>, or what is wrong with the file.</summary>
public sealed record PlanReading
{
    internal PlanReading(Scenario scenario) => Scenario = scenario;

    internal PlanReading(PlanError error) => Error = error;

    /// <summary>The scenario; null where something is wrong.</summary>
    public Scenario? Scenario { get; }

    /// <summary>What is wrong; null where nothing is.</summary>
    public PlanError? Error { get; }

    /// <summary>Whether there is a scenario.</summary>
    [MemberNotNullWhen(true, nameof(Scenario))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsValid => Scenario is not null;
}
