using ProfitPlanner.Data.Tenancy;

namespace ProfitPlanner.Data.Demand;

/// <summary>A customer's turn in its topic.</summary>
public sealed class TopicTurn : ITenantOwned
{
    public required Guid OrganisationId { get; init; }

    public required Guid ConversationId { get; init; }

    public required int Number { get; init; }

    public required Guid TopicId { get; set; }

    /// <summary>Cosine of the angle to the topic's direction: examples are the nearest.</summary>
    public required float Nearness { get; init; }
}
