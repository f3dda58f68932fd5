using ProfitPlanner.Data.Tenancy;

namespace ProfitPlanner.Data.Demand;

/// <summary>How an organisation's topics were found; of the last search alone.</summary>
public sealed class TopicSearch : ITenantOwned
{
    public required Guid OrganisationId { get; init; }

    /// <summary>Whose encoder the directions are of: another one's cannot be compared.</summary>
    public required Guid ModelId { get; set; }

    public required DateTimeOffset At { get; set; }

    /// <summary>Customer turns that were looked at.</summary>
    public required int Turns { get; set; }

    /// <summary>Numbers of topics that were tried and how well each keeps its topics apart (JSON).</summary>
    public required string Tried { get; set; }
}
