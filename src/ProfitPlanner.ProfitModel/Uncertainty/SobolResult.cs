namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>Whose uncertainty the profit's is. Source: docs/modelling/value-of-information.md, "Sobol indices".</summary>
public sealed record SobolResult : SobolOutcome
{
    /// <summary>One for each uncertain number, the largest total first; equals stay in the scenario's order.</summary>
    public required IReadOnlyList<SobolIndex> Inputs { get; init; }

    /// <summary>All uncertain numbers together that nobody has measured or agreed; without numbers and zero where there are none.</summary>
    public required SobolIndex Guesses { get; init; }

    /// <summary>Mean of the profit [currency per period].</summary>
    public required double Mean { get; init; }

    /// <summary>Variance of the profit [(currency per period)²].</summary>
    public required double Variance { get; init; }

    /// <summary>How many times the profit was calculated [1].</summary>
    public required long Evaluations { get; init; }
}
