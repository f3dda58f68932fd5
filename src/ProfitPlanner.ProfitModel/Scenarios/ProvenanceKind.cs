namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>How well founded a number is.</summary>
public enum ProvenanceKind
{
    /// <summary>Plausible, to show how the model works; nobody has measured it.</summary>
    Illustrative,
}
