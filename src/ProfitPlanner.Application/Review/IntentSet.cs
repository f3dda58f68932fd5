namespace ProfitPlanner.Application.Review;

/// <summary>Intents that an organisation can begin with.</summary>
public enum IntentSet
{
    /// <summary>The twelve of <see cref="GeneralIntent"/>.</summary>
    General = 1,

    /// <summary>Those of the model that ships, without what is mere talk.</summary>
    Shipped,
}
