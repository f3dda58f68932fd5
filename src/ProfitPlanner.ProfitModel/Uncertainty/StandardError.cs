namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>How far a simulated mean may be from the true one.</summary>
public static class StandardError
{
    /// <summary>
    /// The standard error [x] of the mean of independent replicates: their standard deviation over √R. It holds for
    /// Sobol's points, whose draws within a replicate are not independent.
    /// </summary>
    /// <param name="means">The mean of each replicate [x], at least two, each of as many points.</param>
    /// <exception cref="ArgumentException">There are fewer than two.</exception>
    public static double OfReplicates(ReadOnlySpan<double> means)
    {
        if (means.Length < 2)
            throw new ArgumentException("One replicate says nothing of its error.", nameof(means));
        var (mean, squares) = (0.0, 0.0);
        foreach (var value in means)
            mean += value / means.Length;
        foreach (var value in means)
            squares += (value - mean) * (value - mean);
        return Math.Sqrt(squares / (means.Length - 1) / means.Length);
    }

    /// <summary>The standard error [x] of the mean of independent draws: s/√n.</summary>
    /// <param name="standardDeviation">Their standard deviation s [x].</param>
    /// <param name="count">How many there are [count], at least 1.</param>
    public static double OfDraws(double standardDeviation, long count) => standardDeviation / Math.Sqrt(count);
}
