namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>
/// The triangular distribution: with w = high − low and c = (mode − low)/w,
/// Q(u) = low + w·√(c·u) up to u = c, and high − w·√((1 − c)(1 − u)) beyond.
/// </summary>
/// <param name="Low">The least [x].</param>
/// <param name="Mode">The most likely [x], from <paramref name="Low"/> to <paramref name="High"/>.</param>
/// <param name="High">The most [x], above <paramref name="Low"/>.</param>
public sealed record TriangularDistribution(double Low, double Mode, double High) : Distribution
{
    /// <inheritdoc/>
    public override double ExpectedValue => (Low + Mode + High) / 3;

    /// <inheritdoc/>
    public override double StandardDeviation
    {
        get
        {
            // (a² + m² + b² − am − ab − mb)/18, written so that a narrow triangle far from zero loses no digits.
            var (width, left) = (High - Low, Mode - Low);
            return Math.Sqrt(((width * width) - (width * left) + (left * left)) / 18);
        }
    }

    /// <inheritdoc/>
    public override double Cumulative(double x)
    {
        if (x <= Low || x >= High)
            return x < High ? 0 : 1;
        var width = High - Low;
        return x <= Mode
            ? (x - Low) * (x - Low) / (width * (Mode - Low))
            : 1 - ((High - x) * (High - x) / (width * (High - Mode)));
    }

    internal override string WidestMember => "high";

    internal override double ExactQuantile(double probability)
    {
        var width = High - Low;
        var rising = (Mode - Low) / width;
        return probability <= rising
            ? Low + (width * Math.Sqrt(rising * probability))
            : High - (width * Math.Sqrt((1 - rising) * (1 - probability)));
    }

    internal override IEnumerable<DistributionProblem> ParameterProblems() =>
        ParameterCheck.Increasing(strict: false, ("low", Low), ("mode", Mode), ("high", High));
}
