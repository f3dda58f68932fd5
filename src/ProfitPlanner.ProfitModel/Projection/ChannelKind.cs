namespace ProfitPlanner.ProfitModel.Projection;

/// <summary>What sort of way to customers a channel is; it does not change what is reckoned.</summary>
public enum ChannelKind
{
    /// <summary>Found by searching, paid for or not.</summary>
    Search,

    /// <summary>Advertisements on social networks.</summary>
    SocialAds,

    /// <summary>Partners who recommend or resell.</summary>
    Partners,

    /// <summary>Fairs, talks, workshops.</summary>
    Events,

    /// <summary>Sales people who call on customers.</summary>
    DirectSales,
}
