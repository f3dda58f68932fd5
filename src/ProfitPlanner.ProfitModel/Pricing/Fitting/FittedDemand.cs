using MathNet.Numerics;

namespace ProfitPlanner.ProfitModel.Pricing.Fitting;

/// <summary>
/// The demand curve of greatest likelihood. Its parameters are, in the convention of <see cref="DemandFitKind"/>:
/// logit and linear: intercept [1] and slope [(customer · period) / currency], below 0; constant elasticity: scale
/// [1 at a price of 1] and elasticity [1], above 0; log-normal: μ [ln of a price] and σ [1], above 0.
/// Source: docs/modelling/fitting.md, "Maximum likelihood".
/// </summary>
public sealed record FittedDemand : DemandFit
{
    private readonly Link link;
    private readonly LineMaximum line;
    private readonly double centre;
    private readonly double spread;

    private FittedDemand(
        DemandFitKind kind, Link link, PriceCell[] cells, LineMaximum line, double centre, double spread, double designEffect)
        : base(kind, cells.Length, designEffect * cells.Sum(c => c.Offered), designEffect * cells.Sum(c => c.Bought))
    {
        (this.link, this.line, this.centre, this.spread) = (link, line, centre, spread);
        double slope = line.Slope / spread, level = line.Level - slope * centre;
        // Covariance of level and slope in the price's own unit, from that of the moved and scaled line.
        var slopes = line.LevelLevel / line.Determinant / (spread * spread);
        var cross = -line.LevelSlope / line.Determinant / spread;
        var levels = line.SlopeSlope / line.Determinant - 2 * centre * cross + centre * centre * slopes;
        var mixed = cross - centre * slopes;
        var scale = Math.Exp(level);
        // Parameters and their derivatives by level and slope; the rest is the delta method.
        var (first, byLevel, bySlope, second, secondBySlope) = kind switch
        {
            DemandFitKind.ConstantElasticity => (scale, scale, 0, -slope, -1),
            DemandFitKind.LogNormal => (-level / slope, -1 / slope, level / (slope * slope), -1 / slope, 1 / (slope * slope)),
            _ => (level, 1.0, 0.0, slope, 1.0),
        };
        First = new(first, Math.Sqrt(byLevel * byLevel * levels + 2 * byLevel * bySlope * mixed + bySlope * bySlope * slopes));
        Second = new(second, Math.Abs(secondBySlope) * Math.Sqrt(slopes));
        Covariance = secondBySlope * (byLevel * mixed + bySlope * slopes);
        LogLikelihood = line.LogLikelihood;
        Deviance = Math.Max(0, 2 * (Saturated(cells) - LogLikelihood));
        DegreesOfFreedom = cells.Length - 2;
        if (DegreesOfFreedom > 0 && Array.TrueForAll(cells, ExpectsEnough))
            GoodnessOfFitP = SpecialFunctions.GammaUpperRegularized(DegreesOfFreedom / 2.0, Deviance / 2);
    }

    /// <summary>Intercept, scale or μ.</summary>
    public FitParameter First { get; }

    /// <summary>Slope, elasticity or σ.</summary>
    public FitParameter Second { get; }

    /// <summary>Covariance of the two estimates [product of both units].</summary>
    public double Covariance { get; }

    /// <summary>Correlation of the two estimates [1].</summary>
    public double Correlation => Covariance / (First.StandardError * Second.StandardError);

    /// <summary>Natural logarithm of the likelihood [1], without binomial coefficients, divided by the design effect.</summary>
    public double LogLikelihood { get; }

    /// <summary>Twice the distance to the log-likelihood of each price's own share [1].</summary>
    public double Deviance { get; }

    /// <summary>Prices beyond the two that any curve meets [prices].</summary>
    public int DegreesOfFreedom { get; }

    /// <summary>Akaike's information criterion [1]: 2·2 − 2·<see cref="LogLikelihood"/>; the lower the better.</summary>
    public double Aic => 4 - 2 * LogLikelihood;

    /// <summary>
    /// Probability of a deviance this great if the curve were right [1]; none with two prices, or where the curve
    /// expects less than five buyers or five others at some price, as the approximation does not hold there.
    /// </summary>
    public double? GoodnessOfFitP { get; }

    /// <summary>Conversion [1] at a price above 0 [currency / (customer · period)].</summary>
    public double ConversionAt(double price) => link.Conversion(Line(price).Eta);

    /// <summary>Pointwise interval of the conversion [1] at a price above 0, at a confidence [1] in (0, 1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is not within (0, 1).</exception>
    public Interval ConversionInterval(double price, double confidence)
    {
        var (eta, x) = Line(price);
        var half = Wilson.TwoSidedQuantile(confidence) *
            Math.Sqrt((line.SlopeSlope - 2 * x * line.LevelSlope + x * x * line.LevelLevel) / line.Determinant);
        return new(link.Conversion(eta - half), link.Conversion(eta + half));
    }

    internal static FittedDemand? Of(
        DemandFitKind kind, Link link, PriceCell[] cells, LineMaximum line, double centre, double spread, double designEffect)
    {
        var fit = new FittedDemand(kind, link, cells, line, centre, spread, designEffect);
        return double.IsFinite(fit.First.Value + fit.First.StandardError + fit.Second.Value + fit.Second.StandardError + fit.Covariance)
            ? fit
            : null;
    }

    private (double Eta, double X) Line(double price)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(price);
        var x = ((link.LogPrice ? Math.Log(price) : price) - centre) / spread;
        return (line.Level + line.Slope * x, x);
    }

    private bool ExpectsEnough(PriceCell cell)
    {
        var share = link.Conversion(line.Level + line.Slope * cell.X);
        return Math.Min(share, 1 - share) * cell.Offered >= 5;
    }

    /// <summary>Log-likelihood of each price's own share.</summary>
    private static double Saturated(PriceCell[] cells)
    {
        var link = new IdentityLink();
        return cells.Sum(c => link.LogLikelihood(c.Bought / c.Offered, c.Bought, c.Offered - c.Bought));
    }
}
