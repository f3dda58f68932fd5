using ProfitPlanner.Data.Tenancy;

namespace ProfitPlanner.Data.Organisations;

/// <summary>A tenant: everything that founders, analysts and viewers share belongs to exactly one.</summary>
public sealed class Organisation : ITenantOwned
{
    public Guid OrganisationId { get; init; } = Guid.CreateVersion7();

    /// <summary>Its part of every address, unique, never changed.</summary>
    public required string Slug { get; init; }

    public required string Name { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}
