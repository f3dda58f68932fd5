using ProfitPlanner.Data.Tenancy;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Data.Scenarios;

/// <summary>
/// A scenario as it stands: one document, saved whole, with every saved version behind it. See docs/adr/0003.
/// </summary>
public sealed class StoredScenario : ITenantOwned
{
    /// <summary>How long one person may go on typing in one field before it counts as another version.</summary>
    public static readonly TimeSpan TypingPause = TimeSpan.FromMinutes(1);

    private readonly List<ScenarioVersion> _versions = [];

    public required Guid OrganisationId { get; init; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Scenario Content { get; set; }

    /// <summary>Counts saves, each keystroke's too; what two people's edits are told apart by.</summary>
    public int Revision { get; private set; }

    /// <summary>The number of the latest version.</summary>
    public int LatestVersion { get; private set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public Guid UpdatedBy { get; private set; }

    public DateTimeOffset? ArchivedAt { get; set; }

    public DateTimeOffset? DeletedAt { get; set; }

    public IReadOnlyList<ScenarioVersion> Versions => _versions;

    /// <summary>A scenario with its first version.</summary>
    public static StoredScenario Begin(Guid organisationId, Scenario content, VersionCause cause, Guid personId, DateTimeOffset now)
    {
        var scenario = new StoredScenario { OrganisationId = organisationId, Content = content, CreatedAt = now };
        scenario.Save(content, latest: null, cause, changedPath: null, editorId: Guid.Empty, personId, now);
        return scenario;
    }

    /// <summary>
    /// Saves new content and its version. The keystrokes of one person in one field, with no pause longer than
    /// <see cref="TypingPause"/>, are one version: it is given its last content.
    /// </summary>
    /// <param name="latest">The latest version, or null for a scenario not yet saved.</param>
    /// <param name="changedPath">The one path that changed, or null where it was none or several.</param>
    public void Save(Scenario content, ScenarioVersion? latest, VersionCause cause, string? changedPath, Guid editorId, Guid personId, DateTimeOffset now)
    {
        Revision++;
        Content = content;
        UpdatedAt = now;
        UpdatedBy = personId;
        if (latest is not null && latest.IsTypedOnBy(changedPath, cause, editorId, now))
        {
            latest.TypeOn(content, Revision, now);
            return;
        }

        LatestVersion++;
        _versions.Add(new ScenarioVersion
        {
            OrganisationId = OrganisationId,
            ScenarioId = Id,
            Number = LatestVersion,
            Content = content,
            Cause = cause,
            ChangedPath = changedPath,
            EditorId = editorId,
            FirstRevision = Revision,
            LastRevision = Revision,
            SavedAt = now,
            SavedBy = personId,
        });
    }
}
