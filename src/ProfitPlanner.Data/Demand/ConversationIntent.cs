using ProfitPlanner.Data.Tenancy;

namespace ProfitPlanner.Data.Demand;

/// <summary>What a model makes of a whole conversation: what its customer came for.</summary>
public sealed class ConversationIntent : ITenantOwned
{
    public required Guid OrganisationId { get; init; }

    public required Guid ModelId { get; init; }

    public required Guid ConversationId { get; init; }

    /// <summary>A label of the model; null for none of these.</summary>
    public string? Intent { get; init; }

    /// <summary>Of the label, in [0, 1].</summary>
    public required float Confidence { get; init; }

    /// <summary>Every intent that a turn of the conversation was given, without what is mere talk.</summary>
    public required string[] Mentioned { get; init; }

    /// <summary>Of the customer's first turns, from −1 to 1; null where it is not known.</summary>
    public float? FirstSentiment { get; init; }

    /// <summary>Of the customer's last turns, from −1 to 1; null where it is not known.</summary>
    public float? LastSentiment { get; init; }

    /// <summary>Mean over the customer's turns, from −1 to 1; null where it is not known.</summary>
    public float? Sentiment { get; init; }

    /// <summary>Words about price that the customer used: expensive, discount, cancel …</summary>
    public required string[] PriceWords { get; init; }
}
