namespace ProfitPlanner.ProfitModel.Pricing.Fitting;

/// <summary>All four kinds of demand curve on the same data. Source: docs/modelling/fitting.md, "Comparing kinds".</summary>
public sealed record DemandFitComparison
{
    private DemandFitComparison(IReadOnlyList<RankedFit> ranked) => Ranked = ranked;

    /// <summary>Every kind once: fits first, by falling weight, then refusals.</summary>
    public IReadOnlyList<RankedFit> Ranked { get; }

    /// <summary>The fit of the greatest weight; none where every kind is refused.</summary>
    public FittedDemand? Best => Ranked[0].Fit as FittedDemand;

    /// <summary>
    /// Whether the data can tell kinds apart at all: with two prices every kind meets both shares, and the weights
    /// say nothing.
    /// </summary>
    public bool TellsKindsApart => Ranked.Count(r => r.Fit is FittedDemand) > 1 && Ranked[0].Fit.Prices > 2;

    /// <summary>Fits every kind; parameters and errors as of <see cref="DemandFit.Of"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The design effect is below 1.</exception>
    public static DemandFitComparison Of(IEnumerable<PriceObservation> observations, double designEffect = 1)
    {
        var data = observations.ToArray();
        var fits = Array.ConvertAll(Enum.GetValues<DemandFitKind>(), kind => DemandFit.Of(kind, data, designEffect));
        var best = fits.OfType<FittedDemand>().Select(f => f.Aic).DefaultIfEmpty().Min();
        double Likelihood(DemandFit fit) => fit is FittedDemand fitted ? Math.Exp((best - fitted.Aic) / 2) : 0;
        var total = fits.Sum(Likelihood);
        return new([.. fits
            .OrderBy(f => f is RefusedDemand)
            .ThenByDescending(Likelihood)
            .Select(f => new RankedFit(f, f is FittedDemand ? Likelihood(f) / total : null))]);
    }
}
