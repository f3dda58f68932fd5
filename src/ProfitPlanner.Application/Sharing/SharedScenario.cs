using ProfitPlanner.ProfitModel.Demand;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Application.Sharing;

/// <summary>One scenario of a dashboard.</summary>
public sealed record SharedScenario
{
    /// <summary>Tells it from others under its link, and is the same in every snapshot of it; not the app's id.</summary>
    public Guid Id { get; init; }

    /// <summary>The scenario without the founder's notes, planned experiments and provenance; its ids are not those of the app.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>Which of its versions this is.</summary>
    public required int Version { get; init; }

    public required DateTimeOffset SavedAt { get; init; }

    public required ScenarioResults Results { get; init; }

    /// <summary>In the order of the scenario's inputs; those that the founder let out.</summary>
    public required IReadOnlyList<SharedAssumption> Assumptions { get; init; }

    /// <summary>Counted from conversations; empty where there are none, or it is not shown.</summary>
    public IReadOnlyList<SharedDemand> Demand { get; init; } = [];
}

/// <summary>A number of the scenario, and what stands behind it.</summary>
/// <param name="Path">Which (see <see cref="ScenarioChange"/>), within the frozen scenario.</param>
/// <param name="Grade">How well founded it is; null where nobody said, which is a guess.</param>
public sealed record SharedAssumption(string Path, ProvenanceKind? Grade)
{
    public string? Reason { get; init; }

    public string? Link { get; init; }

    public DateOnly? Date { get; init; }

    /// <summary>What was counted in conversations, where the number came from there.</summary>
    public SharedSignal? Signal { get; init; }

    /// <summary>Of customers, masked.</summary>
    public IReadOnlyList<string> Sentences { get; init; } = [];
}

/// <summary>What was counted behind a number.</summary>
/// <param name="Intents">What customers asked for, in English and in Chinese.</param>
/// <param name="Segment">Null for everybody.</param>
/// <param name="Conversations">All that were looked at.</param>
public sealed record SharedSignal(
    IReadOnlyList<SharedIntent> Intents, string? Segment, DateOnly? From, DateOnly? To, long Conversations, ShareEstimate Share);

public sealed record SharedIntent(string Name, string NameZh);

/// <summary>How much of a segment's conversations is about an intent.</summary>
/// <param name="Segment">Null for everybody.</param>
/// <param name="Conversations">All of the segment.</param>
public sealed record SharedDemand(string? Segment, SharedIntent Intent, long Conversations, ShareEstimate Share);

/// <summary>Amounts times <paramref name="Rate"/> are in the dashboard's currency.</summary>
/// <param name="From">Code of the founder's own currency.</param>
/// <param name="Of">Of which day the rate is.</param>
public sealed record SharedConversion(string From, decimal Rate, DateOnly Of);
