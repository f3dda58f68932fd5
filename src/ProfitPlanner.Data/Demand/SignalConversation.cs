using ProfitPlanner.Data.Tenancy;

namespace ProfitPlanner.Data.Demand;

/// <summary>
/// A conversation in which the customer's words, whatever the model makes of them, say a demand signal; and up to which
/// turn it has been looked through.
/// </summary>
public sealed class SignalConversation : ITenantOwned
{
    public required Guid OrganisationId { get; init; }

    public required string Signal { get; init; }

    public required Guid ConversationId { get; init; }

    /// <summary>The first turn that says it, or the last one that was looked at.</summary>
    public required int Number { get; init; }
}
