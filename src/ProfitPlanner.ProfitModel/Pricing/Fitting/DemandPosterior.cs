namespace ProfitPlanner.ProfitModel.Pricing.Fitting;

/// <summary>
/// What is known of a logit demand curve, α = 1 / (1 + exp(−(intercept + slope · p))), from observations and a weak
/// prior: the logit of the conversion at the mean price is Student-t₇ with scale 10; slope · spread is Student-t₇ with
/// scale 2.5, held below 0; the mean price and the spread (two standard deviations of the offered prices) are weighted
/// by offers. It exists where maximum likelihood fails. Source: docs/modelling/fitting.md, "Posterior".
/// </summary>
public sealed record DemandPosterior
{
    private readonly PosteriorGrid grid;

    private DemandPosterior(PosteriorGrid falling, PosteriorGrid rising, double mean, double spread, double trendZ, bool separated)
    {
        (grid, MeanPrice, Spread, TrendZ, Separated) = (falling, mean, spread, trendZ, separated);
        ProbabilityOfDecline = 1 / (1 + Math.Exp(rising.LogEvidence - falling.LogEvidence));
        LogitAtMean = falling.Moments((level, _) => level);
        Intercept = falling.Moments((level, drop) => level - drop * mean / spread);
        Slope = falling.Moments((_, drop) => drop / spread);
        Correlation = falling.Covariance(
            (level, drop) => level - drop * mean / spread, (_, drop) => drop / spread) / (Intercept.StandardError * Slope.StandardError);
    }

    /// <summary>Mean of the offered prices, weighted by offers [currency / (customer · period)].</summary>
    public double MeanPrice { get; }

    /// <summary>Two standard deviations of the offered prices, weighted by offers [currency / (customer · period)].</summary>
    public double Spread { get; }

    /// <summary>Logit of the conversion at the mean price [1]: posterior mean and standard deviation.</summary>
    public FitParameter LogitAtMean { get; }

    /// <summary>Intercept [1]: posterior mean and standard deviation.</summary>
    public FitParameter Intercept { get; }

    /// <summary>Slope [(customer · period) / currency]: posterior mean, below 0, and standard deviation.</summary>
    public FitParameter Slope { get; }

    /// <summary>Posterior correlation of intercept and slope [1].</summary>
    public double Correlation { get; }

    /// <summary>
    /// P(slope &lt; 0) [1] if the prior did not rule out the rest: the same prior on both sides of 0. Where it is not
    /// near 1, the decline of the posterior is assumed rather than observed.
    /// </summary>
    public double ProbabilityOfDecline { get; }

    /// <summary>z of the trend in the data [1], above 0 where conversion rises with the price; 0 without variation.</summary>
    public double TrendZ { get; }

    /// <summary>
    /// Whether everybody bought below some price and nobody above it (or all or none did at all): the data then give
    /// no upper bound to the steepness, and the prior does.
    /// </summary>
    public bool Separated { get; }

    /// <summary>
    /// The posterior; none with fewer than two prices offered, since then the prior has no scale and the data say
    /// nothing of the slope.
    /// </summary>
    /// <param name="observations">Observations in any order.</param>
    /// <param name="designEffect">As of <see cref="DemandFit.Of"/> [1], at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The design effect is below 1.</exception>
    public static DemandPosterior? Of(IEnumerable<PriceObservation> observations, double designEffect = 1)
    {
        var cells = PriceCell.Of(observations, designEffect);
        if (cells.Length < 2)
            return null;
        var offered = cells.Sum(c => c.Offered);
        var mean = cells.Sum(c => c.Offered * c.Price) / offered;
        var spread = 2 * Math.Sqrt(cells.Sum(c => c.Offered * (c.Price - mean) * (c.Price - mean)) / offered);
        var scaled = Array.ConvertAll(cells, c => c with { X = (c.Price - mean) / spread });
        var varies = !scaled.All(c => c.Nobody) && !scaled.All(c => c.Everybody);
        return new(
            PosteriorGrid.Of(scaled, -1),
            PosteriorGrid.Of(scaled, 1),
            mean,
            spread,
            varies ? Trend.Of(scaled).Z : 0,
            DemandFit.Separates(scaled));
    }

    /// <summary>
    /// A draw of intercept [1] and slope [(customer · period) / currency] by two uniform numbers [1] in [0, 1): the
    /// same numbers give the same draw.
    /// </summary>
    public (double Intercept, double Slope) Draw(double first, double second)
    {
        var (level, drop) = grid.Draw(first, second);
        return (level - drop * MeanPrice / Spread, drop / Spread);
    }

    /// <summary>Conversion [1] at a price [currency / (customer · period)]: posterior mean and standard deviation.</summary>
    public FitParameter ConversionAt(double price) => grid.Moments(Conversion(price));

    /// <summary>
    /// Interval that holds the conversion at a price [currency / (customer · period)] with a probability [1] in (0, 1),
    /// and leaves the same probability on both sides.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not within (0, 1).</exception>
    public Interval ConversionInterval(double price, double probability)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(probability);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(probability, 1);
        return grid.Quantiles(Conversion(price), (1 - probability) / 2, (1 + probability) / 2);
    }

    private Func<double, double, double> Conversion(double price) =>
        (level, drop) => LogitLink.Instance.Conversion(level + drop * (price - MeanPrice) / Spread);
}
