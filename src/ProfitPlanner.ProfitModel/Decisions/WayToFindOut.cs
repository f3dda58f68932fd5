namespace ProfitPlanner.ProfitModel.Decisions;

/// <summary>How a number could be found out.</summary>
public enum WayToFindOut
{
    /// <summary>Ask potential customers, or let them choose.</summary>
    AskCustomers,

    /// <summary>Offer several prices and see who buys.</summary>
    PriceExperiment,

    /// <summary>Ask those who would be paid for an offer.</summary>
    AskForQuote,

    /// <summary>Count those who could buy.</summary>
    CountTheMarket,

    /// <summary>Watch what is booked month by month.</summary>
    TrackActuals,
}
