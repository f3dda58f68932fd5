using ProfitPlanner.Data.Tenancy;

namespace ProfitPlanner.Data.Demand;

/// <summary>What a customer's turn is about where people did not agree. Their own labels stay as they were: they say how far people agree.</summary>
public sealed class SettledTurn : ITenantOwned
{
    public required Guid OrganisationId { get; init; }

    public required Guid ConversationId { get; init; }

    public required int Number { get; init; }

    /// <summary>Key of a defined intent; null for none of these.</summary>
    public string? Intent { get; set; }

    public required Guid SettledBy { get; set; }

    public required DateTimeOffset SettledAt { get; set; }
}
