namespace ProfitPlanner.Data.Demand;

public enum DemandMeasure
{
    /// <summary>What the customer came for: every conversation has one, none of these included.</summary>
    Intent = 1,

    /// <summary>A demand signal that is heard in the conversation, by an intent of any turn or by words.</summary>
    Signal,

    /// <summary>A word about price that the customer used.</summary>
    PriceWord,
}
