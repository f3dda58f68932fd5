namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>Where a number of a scenario comes from.</summary>
/// <param name="Kind">How well founded it is.</param>
/// <param name="Reason">Why it is what it is [1 to 2,000 characters].</param>
public sealed record Provenance(ProvenanceKind Kind, string Reason)
{
    /// <summary>Where to read it up [an http or https address of up to 2,000 characters]; null where nowhere.</summary>
    public string? Link { get; init; }

    /// <summary>Id of the evidence that it was accepted from; null where it was typed or comes from elsewhere.</summary>
    public Guid? Evidence { get; init; }

    /// <summary>Of which day it is; null where unknown.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Whether nobody has measured or agreed it.</summary>
    public bool IsGuess => Kind is ProvenanceKind.Illustrative or ProvenanceKind.Guess;
}
