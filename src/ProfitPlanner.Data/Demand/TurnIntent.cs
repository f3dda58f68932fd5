using ProfitPlanner.Data.Tenancy;

namespace ProfitPlanner.Data.Demand;

/// <summary>What a model makes of a customer's turn.</summary>
public sealed class TurnIntent : ITenantOwned
{
    public required Guid OrganisationId { get; init; }

    public required Guid ModelId { get; init; }

    public required Guid ConversationId { get; init; }

    public required int Number { get; init; }

    /// <summary>A label of the model; null for none of these.</summary>
    public string? Intent { get; init; }

    /// <summary>The most probable label, whether or not it was given.</summary>
    public required string Likeliest { get; init; }

    /// <summary>Of the likeliest label, in [0, 1].</summary>
    public required float Confidence { get; init; }

    /// <summary>The second most probable label; null of a model with one label.</summary>
    public string? Alternative { get; init; }

    /// <summary>From −1, angry, to 1, pleased; null where the language has no measure.</summary>
    public float? Sentiment { get; init; }
}
