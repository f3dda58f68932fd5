namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>
/// A sample as it is, each value as likely; quantiles lie on straight lines between the i-th least value at (i − ½)/n and
/// the next, and are constant beyond the first and the last (Hyndman and Fan's type 5, Hazen's). Unlike those of type 7,
/// which cut half of each end off, they have the sample's mean.
/// </summary>
/// <param name="Values">The sample, 1 to 100,000 values in any order.</param>
public sealed record EmpiricalDistribution(IReadOnlyList<double> Values) : Distribution
{
    private const int Most = 100_000;

    private readonly double[] _sorted = [.. Values.Order()];

    /// <summary>The sample, in any order.</summary>
    public IReadOnlyList<double> Values
    {
        get;
        init => (field, _sorted) = (value, [.. value.Order()]);
    } = Values;

    internal ReadOnlySpan<double> Sorted => _sorted;

    /// <inheritdoc/>
    public override double ExpectedValue => _sorted.Length == 0 ? double.NaN : _sorted.Average();

    /// <inheritdoc/>
    public override double StandardDeviation
    {
        get
        {
            var mean = ExpectedValue;
            return Math.Sqrt(_sorted.Average(value => (value - mean) * (value - mean)));
        }
    }

    /// <inheritdoc/>
    public override double Quantile(double probability)
    {
        var last = _sorted.Length - 1;
        var at = Math.Clamp(probability * _sorted.Length - 0.5, 0, last);
        var below = (int)at;
        return _sorted[below] + (at - below) * (_sorted[Math.Min(below + 1, last)] - _sorted[below]);
    }

    /// <inheritdoc/>
    public override double Cumulative(double x)
    {
        if (x < _sorted[0])
            return 0;
        if (x >= _sorted[^1])
            return 1;
        var above = Array.BinarySearch(_sorted, x) is var found && found >= 0 ? found : ~found;
        while (_sorted[above] <= x)
            above++;
        var share = (x - _sorted[above - 1]) / (_sorted[above] - _sorted[above - 1]);
        return (above - 0.5 + share) / _sorted.Length;
    }

    /// <summary>Whether the samples have the same values, in the same order.</summary>
    public bool Equals(EmpiricalDistribution? other) => other is not null && Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Values.Count, ExpectedValue);

    internal override Distribution Scaled(double factor, double shift) => new EmpiricalDistribution([.. Values.Select(value => factor * value + shift)]);

    /// <inheritdoc/>
    public override IReadOnlyList<DistributionProblem> Problems() =>
        _sorted.Length == 0 ? [new DistributionProblem("values", DistributionProblemKind.Empty)]
        : _sorted.Length > Most ? [new DistributionProblem("values", DistributionProblemKind.TooMany)]
        : _sorted.All(double.IsFinite) ? []
        : [new DistributionProblem("values", DistributionProblemKind.NotFinite)];
}
