namespace ProfitPlanner.Data.Tenancy;

/// <summary>
/// A row of one organisation. <see cref="OrganisationId"/> leads its primary key and its foreign keys, a query filter
/// and a row-level security policy hold it inside its organisation.
/// </summary>
public interface ITenantOwned
{
    Guid OrganisationId { get; }
}
