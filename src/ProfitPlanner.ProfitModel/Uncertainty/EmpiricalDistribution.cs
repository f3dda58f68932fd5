namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>
/// Observed values: the quantile is interpolated linearly between the sorted values x₍ᵢ₎, which stand at (i − ½)/n, and
/// constant beyond the first and the last (Hazen's, number 5 in Hyndman and Fan 1996). Of the common ways it is the one
/// whose mean is that of the values.
/// </summary>
/// <param name="Values">The observations [x], in any order; at least 1 and at most 100,000.</param>
public sealed record EmpiricalDistribution(IReadOnlyList<double> Values) : Distribution
{
    /// <summary>Observations of one distribution [count].</summary>
    public const int MostValues = 100_000;

    private double[]? _sorted;

    /// <summary>The observations [x], in any order.</summary>
    public IReadOnlyList<double> Values
    {
        get;
        init
        {
            field = value;
            // A copy made by 'with' must not keep the order of the values it was copied from.
            _sorted = null;
        }
    } = Values;

    /// <inheritdoc/>
    /// <remarks>The mean of the values.</remarks>
    public override double ExpectedValue => Values.Count == 0 ? double.NaN : Values.Average();

    /// <inheritdoc/>
    /// <remarks>That of the values as a sample, with n − 1; 0 for a single one.</remarks>
    public override double StandardDeviation
    {
        get
        {
            if (Values.Count < 2)
                return 0;
            var mean = ExpectedValue;
            return Math.Sqrt(Values.Sum(value => (value - mean) * (value - mean)) / (Values.Count - 1));
        }
    }

    /// <inheritdoc/>
    public override double Cumulative(double x)
    {
        var sorted = Sorted;
        if (x < sorted[0])
            return 0;
        if (x >= sorted[^1])
            return 1;
        // The last of equal values counts: the probability of at most x includes all of them.
        var (low, high) = (0, sorted.Length - 1);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] <= x)
                low = middle;
            else
                high = middle;
        }
        return (low + 0.5 + ((x - sorted[low]) / (sorted[high] - sorted[low]))) / sorted.Length;
    }

    /// <summary>Whether the values are the same, in the same order.</summary>
    public bool Equals(EmpiricalDistribution? other) => other is not null && Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Values.Count, Values.Count == 0 ? 0 : Values[0], Values.Count == 0 ? 0 : Values[^1]);

    internal override string WidestMember => "values";

    internal double[] Sorted => _sorted ??= [.. Values.Order()];

    internal override double ExactQuantile(double probability) => Interpolated(Sorted, probability);

    internal static double Interpolated(double[] sorted, double probability)
    {
        var last = sorted.Length - 1;
        var position = Math.Clamp((probability * sorted.Length) - 0.5, 0, last);
        var below = (int)position;
        return sorted[below] + ((position - below) * (sorted[Math.Min(below + 1, last)] - sorted[below]));
    }

    internal override IEnumerable<DistributionProblem> ParameterProblems() => Values switch
    {
        { Count: 0 } => [new DistributionProblem("values", DistributionProblemKind.Empty)],
        { Count: > MostValues } => [new DistributionProblem("values", DistributionProblemKind.TooMany, MostValues)],
        _ => Values.SelectMany(value => ParameterCheck.Bounded("values", value)).Take(1),
    };
}
