using ProfitPlanner.Data.Tenancy;

namespace ProfitPlanner.Data.Demand;

/// <summary>What one person says a customer's turn is about.</summary>
public sealed class TurnLabel : ITenantOwned
{
    public required Guid OrganisationId { get; init; }

    public required Guid ConversationId { get; init; }

    public required int Number { get; init; }

    public required Guid PersonId { get; init; }

    /// <summary>Key of a defined intent; null for none of these.</summary>
    public string? Intent { get; set; }

    public required DateTimeOffset LabelledAt { get; set; }
}
