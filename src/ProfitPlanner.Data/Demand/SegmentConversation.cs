using ProfitPlanner.Data.Tenancy;

namespace ProfitPlanner.Data.Demand;

/// <summary>A conversation in a segment; it can be in several.</summary>
public sealed class SegmentConversation : ITenantOwned
{
    public required Guid OrganisationId { get; init; }

    public required Guid SegmentId { get; init; }

    public required Guid ConversationId { get; init; }
}
