namespace ProfitPlanner.ProfitModel.Decisions;

/// <summary>
/// What a decision is worth now, and what it would be worth to know more before it [currency per period of the
/// scenario]. Source: docs/modelling/value-of-information.md.
/// </summary>
public sealed record DecisionValue : DecisionOutcome
{
    /// <summary>The alternatives, as given.</summary>
    public required IReadOnlyList<WeighedAlternative> Alternatives { get; init; }

    /// <summary>The alternative with the highest mean; of equals the first.</summary>
    public WeighedAlternative Best => Alternatives.MaxBy(alternative => alternative.Mean)!;

    /// <summary>EVPI: how much more the decision would bring on average if every number were known first, at least 0.</summary>
    public required double PerfectInformation { get; init; }

    /// <summary>Standard error of the former.</summary>
    public required double PerfectInformationError { get; init; }

    /// <summary>The probability that another alternative turns out better than the best one [1].</summary>
    public required double ProbabilityOfRegret { get; init; }

    /// <summary>Each uncertain number, the one most worth knowing first; equals stay in the scenario's order.</summary>
    public required IReadOnlyList<InputValue> Inputs { get; init; }
}
