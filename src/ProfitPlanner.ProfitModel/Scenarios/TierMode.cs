namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>How the tiers of <see cref="PerVolume"/> turn units into a charge.</summary>
public enum TierMode
{
    /// <summary>Each unit costs the price of the tier that it falls into.</summary>
    Graduated,

    /// <summary>All units cost the price of the tier that their number reaches; the bill can fall as units grow.</summary>
    Volume,

    /// <summary>As graduated, but each tier sells whole packages, and a package that is begun is paid for.</summary>
    Package,
}
