using ProfitPlanner.Data.Tenancy;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Data.Scenarios;

/// <summary>A saved state of a scenario, kept for good.</summary>
public sealed class ScenarioVersion : ITenantOwned
{
    public required Guid OrganisationId { get; init; }

    public required Guid ScenarioId { get; init; }

    /// <summary>1, 2, 3 … within its scenario.</summary>
    public required int Number { get; init; }

    public required Scenario Content { get; set; }

    public required VersionCause Cause { get; init; }

    /// <summary>The one path in which it differs from the version before, or null where it is none or several.</summary>
    public string? ChangedPath { get; init; }

    /// <summary>The opened page that saved it: one person can have two open.</summary>
    public required Guid EditorId { get; init; }

    public required int FirstRevision { get; init; }

    public required int LastRevision { get; set; }

    public required DateTimeOffset SavedAt { get; set; }

    public required Guid SavedBy { get; init; }

    internal bool IsTypedOnBy(string? changedPath, VersionCause cause, Guid editorId, DateTimeOffset now) =>
        changedPath is not null && changedPath == ChangedPath
        && cause == VersionCause.Edited && Cause == VersionCause.Edited
        && editorId == EditorId && now - SavedAt < StoredScenario.TypingPause;

    internal void TypeOn(Scenario content, int revision, DateTimeOffset now) =>
        (Content, LastRevision, SavedAt) = (content, revision, now);
}
