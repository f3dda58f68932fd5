namespace ProfitPlanner.ProfitModel.Pricing.Fitting;

/// <summary>
/// A demand curve fitted to observations by maximum likelihood: a <see cref="FittedDemand"/>, or a
/// <see cref="RefusedDemand"/> with the reason. Source: docs/modelling/fitting.md, "Maximum likelihood".
/// </summary>
/// <param name="Kind">The kind of curve.</param>
/// <param name="Prices">Different prices that were offered [prices].</param>
/// <param name="Offered">Offers in all [customers].</param>
/// <param name="Bought">Purchases in all [customers].</param>
public abstract record DemandFit(DemandFitKind Kind, int Prices, double Offered, double Bought)
{
    /// <summary>The greatest ratio of the steepness's standard error to the steepness [1] with which a curve is still given.</summary>
    public const double GreatestRelativeError = 1;

    /// <summary>Fits one kind of curve.</summary>
    /// <param name="kind">The kind of curve.</param>
    /// <param name="observations">Observations in any order; those of one price are added up.</param>
    /// <param name="designEffect">
    /// How many answers count as one independent answer [1], at least 1: above 1 where each respondent answered at
    /// several prices. All variances are multiplied by it.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The design effect is below 1.</exception>
    public static DemandFit Of(DemandFitKind kind, IEnumerable<PriceObservation> observations, double designEffect = 1)
    {
        var link = Link.Of(kind);
        var cells = PriceCell.Of(observations, designEffect);
        double offered = cells.Sum(c => c.Offered), bought = cells.Sum(c => c.Bought);
        RefusedDemand Refused(FitRefusal reason, Trend? trend = null, double? relativeError = null) =>
            new(kind, cells.Length, offered * designEffect, bought * designEffect, reason, trend?.Z, trend?.P, relativeError);

        if (cells.Length == 0)
            return Refused(FitRefusal.NobodyAsked);
        if (cells.Length == 1)
            return Refused(FitRefusal.OnePrice);
        if (cells.All(c => c.Nobody))
            return Refused(FitRefusal.NobodyBought);
        if (cells.All(c => c.Everybody))
            return Refused(FitRefusal.EverybodyBought);

        // Moved to its mean and scaled to its spread, x makes the search independent of the currency.
        double X(PriceCell cell) => link.LogPrice ? Math.Log(cell.Price) : cell.Price;
        var centre = cells.Sum(c => c.Offered * X(c)) / offered;
        var spread = Math.Sqrt(cells.Sum(c => c.Offered * (X(c) - centre) * (X(c) - centre)) / offered);
        var scaled = Array.ConvertAll(cells, c => c with { X = (X(c) - centre) / spread });

        var trend = Trend.Of(scaled);
        if (!(trend.Z < 0))
            return Refused(FitRefusal.DemandDoesNotFall, trend);
        if (Separates(scaled))
            return Refused(FitRefusal.Separation, trend);
        if (LineMaximum.Held(link, scaled) is not { } line)
        {
            return Refused(
                double.IsFinite(link.Ceiling) && (scaled[0].Everybody || scaled[^1].Nobody) ? FitRefusal.OnTheEdge : FitRefusal.OutOfRange,
                trend);
        }

        var relativeError = Math.Sqrt(line.LevelLevel / line.Determinant) / -line.Slope;
        if (!(relativeError <= GreatestRelativeError))
            return Refused(FitRefusal.TooUncertain, trend, relativeError);
        return FittedDemand.Of(kind, link, scaled, line, centre, spread, designEffect)
            ?? (DemandFit)Refused(FitRefusal.OutOfRange, trend, relativeError);
    }

    /// <summary>Everybody buys below some price and nobody above it, whatever happens at it.</summary>
    internal static bool Separates(ReadOnlySpan<PriceCell> cells)
    {
        var first = 0;
        while (first < cells.Length && cells[first].Everybody)
            first++;
        for (var i = first + 1; i < cells.Length; i++)
        {
            if (!cells[i].Nobody)
                return false;
        }

        return true;
    }
}
