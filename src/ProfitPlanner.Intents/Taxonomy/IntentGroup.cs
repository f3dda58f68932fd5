namespace ProfitPlanner.Intents.Taxonomy;

/// <summary>What an intent says about a business.</summary>
public enum IntentGroup
{
    /// <summary>A wish to buy, use or get something, or a question on the way there.</summary>
    Demand,

    /// <summary>A problem, or a matter of what the customer already has.</summary>
    Service,

    /// <summary>What keeps a conversation going.</summary>
    Talk,
}
