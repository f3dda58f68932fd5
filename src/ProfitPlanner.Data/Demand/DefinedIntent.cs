using ProfitPlanner.Data.Tenancy;

namespace ProfitPlanner.Data.Demand;

/// <summary>An intent that an organisation tells apart, with what a person who labels should know.</summary>
public sealed class DefinedIntent : ITenantOwned
{
    public required Guid OrganisationId { get; init; }

    /// <summary>What labels and models call it; never changed.</summary>
    public required string Key { get; init; }

    public required string Name { get; set; }

    public required string Description { get; set; }

    public required string[] Examples { get; set; }

    /// <summary>Its place in the list, and the key that gives it, counts from 1.</summary>
    public required int Place { get; set; }
}
