namespace ProfitPlanner.Application.Sharing;

/// <summary>Whether a link shows its dashboard, and else why not.</summary>
public enum ShareState
{
    Open,

    /// <summary>Until the founder lets it go on.</summary>
    Paused,

    /// <summary>As many visits as there may be; who has been there before may look on without beginning another.</summary>
    Exhausted,

    Expired,

    /// <summary>For good.</summary>
    Revoked,
}
