using ProfitPlanner.Data.Tenancy;

namespace ProfitPlanner.Data.Demand;

/// <summary>When the conversations of a model were counted last, and how many there were.</summary>
public sealed class CountedDemand : ITenantOwned
{
    public required Guid OrganisationId { get; init; }

    public required Guid ModelId { get; init; }

    public required DateTimeOffset CountedAt { get; init; }

    /// <summary>All of the organisation.</summary>
    public required long Conversations { get; init; }

    /// <summary>Those that the model has read.</summary>
    public required long Classified { get; init; }

    /// <summary>Whether counts are by day, as while the conversations span less than four months; else by month.</summary>
    public required bool IsByDay { get; init; }
}
