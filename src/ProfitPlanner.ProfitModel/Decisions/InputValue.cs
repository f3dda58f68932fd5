using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Decisions;

/// <summary>
/// What it is worth to know one uncertain number before the decision [currency per period].
/// Source: docs/modelling/value-of-information.md, "One number".
/// </summary>
public sealed record InputValue
{
    private readonly double[][] _expected;
    private readonly double[] _means;
    private readonly double _most;

    internal InputValue(ScenarioInput input, double[][] expected, double most, double error)
    {
        (Input, _expected, _means, _most) = (input, expected, Array.ConvertAll(expected, each => each.Average()), most);
        PerfectInformation = Gain(1);
        PerfectInformationError = error;
    }

    /// <summary>The number.</summary>
    public ScenarioInput Input { get; }

    /// <summary>EVPPI: how much more the decision would bring on average if this number were known first, at least 0.</summary>
    public double PerfectInformation { get; }

    /// <summary>Standard error of the former.</summary>
    public double PerfectInformationError { get; }

    /// <summary>
    /// EVSI: how much more the decision would bring on average after a sample of <paramref name="size"/> observations; from
    /// 0 to <see cref="PerfectInformation"/>, and more the larger the sample. A share is observed as yes or no, any other
    /// number with a deviation of <paramref name="noise"/>. Before the cost of the sample.
    /// Source: docs/modelling/value-of-information.md, "A sample".
    /// </summary>
    /// <param name="size">Observations [1], at least 0.</param>
    /// <param name="noise">Standard deviation of one observation [the number's unit]; needed for what is no share.</param>
    /// <exception cref="ArgumentException">It is no share, and there is no noise above 0.</exception>
    public double SampleInformation(double size, double? noise = null) => Gain(Learned(size, noise));

    /// <summary>
    /// The share of the number's variance that a sample takes away on average [1]: n/(n + n₀), where n₀ observations are
    /// worth as much as what is known before.
    /// </summary>
    /// <inheritdoc cref="SampleInformation"/>
    public double Learned(double size, double? noise = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        var variance = Math.Pow(Input.Estimate.Distribution!.StandardDeviation, 2);
        if (size == 0 || variance == 0)
            return 0;
        if (noise is null && Input.Measure == Measure.Share)
        {
            var mean = Math.Clamp(Input.Estimate.Distribution.ExpectedValue, 0, 1);
            // A beta of this mean and variance is worth n₀ answers; a spread beyond any beta's nothing.
            return size / (size + Math.Max(0, mean * (1 - mean) / variance - 1));
        }
        if (!(noise > 0))
            throw new ArgumentException("A number that is no share needs the noise of its observations.", nameof(noise));
        return variance / (variance + noise.Value * noise.Value / size);
    }

    // Before the sample its conclusion is drawn in towards the mean: by the square root of what it teaches (moment matching).
    private double Gain(double learned)
    {
        var shrink = Math.Sqrt(learned);
        var best = _means.Max();
        var sum = 0.0;
        for (var trial = 0; trial < _expected[0].Length; trial++)
        {
            var most = double.NegativeInfinity;
            for (var alternative = 0; alternative < _means.Length; alternative++)
                most = Math.Max(most, _means[alternative] + shrink * (_expected[alternative][trial] - _means[alternative]));
            sum += most - best;
        }
        return Math.Clamp(sum / _expected[0].Length, 0, _most);
    }
}
