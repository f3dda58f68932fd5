using ProfitPlanner.Data.Tenancy;

namespace ProfitPlanner.Data.Organisations;

public sealed class Membership : ITenantOwned
{
    public required Guid OrganisationId { get; init; }

    public required Guid PersonId { get; init; }

    public required Role Role { get; set; }

    public required DateTimeOffset JoinedAt { get; init; }
}
