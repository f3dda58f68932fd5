namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>
/// A sample as it is, each value as likely; quantiles lie on straight lines between neighbours (Hyndman and Fan's type 7).
/// </summary>
/// <param name="Values">The sample, 1 to 100,000 values in any order.</param>
public sealed record EmpiricalDistribution(IReadOnlyList<double> Values) : Distribution
{
    private const int Most = 100_000;

    private readonly double[] _sorted = [.. Values.Order()];

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
        var at = probability * (_sorted.Length - 1);
        var below = Math.Clamp((int)at, 0, Math.Max(0, _sorted.Length - 2));
        return below + 1 == _sorted.Length
            ? _sorted[below]
            : _sorted[below] + (at - below) * (_sorted[below + 1] - _sorted[below]);
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
        return (above - 1 + share) / (_sorted.Length - 1);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<DistributionProblem> Problems() =>
        _sorted.Length == 0 ? [new DistributionProblem("values", DistributionProblemKind.Empty)]
        : _sorted.Length > Most ? [new DistributionProblem("values", DistributionProblemKind.TooMany)]
        : _sorted.All(double.IsFinite) ? []
        : [new DistributionProblem("values", DistributionProblemKind.NotFinite)];
}
