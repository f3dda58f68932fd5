using ProfitPlanner.Data.Tenancy;

namespace ProfitPlanner.Data.Demand;

/// <summary>A group of customers whose demand is looked at by itself.</summary>
public sealed class DemandSegment : ITenantOwned
{
    public required Guid OrganisationId { get; init; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Name { get; set; }

    public required SegmentKind Kind { get; init; }

    /// <summary>Which conversations are in it, and how it was found (JSON).</summary>
    public required string Rule { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}
