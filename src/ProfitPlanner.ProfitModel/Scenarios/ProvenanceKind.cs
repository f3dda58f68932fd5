namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>How well founded a number is.</summary>
public enum ProvenanceKind
{
    /// <summary>Plausible, to show how the model works; nobody has measured it.</summary>
    Illustrative,

    /// <summary>Somebody's judgement.</summary>
    Guess,

    /// <summary>What people said when they were asked.</summary>
    Survey,

    /// <summary>What people did in an experiment.</summary>
    Experiment,

    /// <summary>What customers wrote to support.</summary>
    Transcripts,

    /// <summary>What was booked.</summary>
    Actuals,

    /// <summary>A supplier's or a customer's written offer.</summary>
    Quote,
}
