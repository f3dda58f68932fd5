using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Data.Tenancy;

/// <summary>
/// Who acts, and in which organisation, for the length of one scope. Empty until <see cref="TenantEntry"/> has filled
/// it; while it is empty, filters and policies let no row through.
/// </summary>
public sealed class Tenant
{
    public Guid OrganisationId { get; private set; }

    public Guid PersonId { get; private set; }

    public Role Role { get; private set; }

    internal void SetPerson(Guid personId) => PersonId = personId;

    internal void SetOrganisation(Guid organisationId, Role role) => (OrganisationId, Role) = (organisationId, role);
}
