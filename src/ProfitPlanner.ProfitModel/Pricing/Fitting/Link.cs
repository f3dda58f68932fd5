namespace ProfitPlanner.ProfitModel.Pricing.Fitting;

/// <summary>
/// How the conversion [1] follows from a straight line η = a + b·x. Under each link the log-likelihood of a cell is
/// concave in η, so that there is one maximum and Newton's method finds it.
/// </summary>
internal abstract class Link
{
    /// <summary>Whether x is the logarithm of the price, rather than the price.</summary>
    public abstract bool LogPrice { get; }

    /// <summary>η from which on the conversion is held at 1.</summary>
    public virtual double Ceiling => double.PositiveInfinity;

    /// <summary>η up to which the conversion is held at 0.</summary>
    public virtual double Floor => double.NegativeInfinity;

    /// <summary>Conversion [1] at η.</summary>
    public abstract double Conversion(double eta);

    /// <summary>η at a conversion within (0, 1).</summary>
    public abstract double Eta(double conversion);

    /// <summary>Log-likelihood without the binomial coefficient, not held at the ends; −∞ where the data are impossible.</summary>
    public abstract double LogLikelihood(double eta, double bought, double missed);

    /// <summary>First and second derivative of <see cref="LogLikelihood"/> by η, where it is finite.</summary>
    public abstract (double First, double Second) Derivatives(double eta, double bought, double missed);

    public static Link Of(DemandFitKind kind) => kind switch
    {
        DemandFitKind.Logit => LogitLink.Instance,
        DemandFitKind.Linear => new IdentityLink(),
        DemandFitKind.ConstantElasticity => new LogLink(),
        DemandFitKind.LogNormal => new ProbitLink(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of demand curve."),
    };
}
