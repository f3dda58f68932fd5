using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Pricing;

/// <summary>What people would pay at most is log-normal: α = ceiling · (1 − Φ((ln p − μ) / σ)).</summary>
/// <param name="Mu">μ, mean of the logarithm of what they would pay [ln(currency per customer per period)].</param>
/// <param name="Sigma">σ, its standard deviation [1], above 0.</param>
public sealed record LognormalDemand(Estimate Mu, Estimate Sigma) : PriceDemand
{
    // Narrower than any measurement could tell from everybody paying the same.
    private const decimal LeastSigma = 0.000_001m;

    /// <summary>The share who would buy at the lowest of prices [1], in [0, 1].</summary>
    public decimal Ceiling { get; init; } = 1;

    internal override double ConversionAt(double price) =>
        LognormalDemandCurve.At((double)Mu.Value, (double)Sigma.Value, (double)Ceiling, price);

    internal override IEnumerable<ScenarioInput> Inputs(string path) =>
    [
        ScenarioInput.Number($"{path}/mu", Mu),
        ScenarioInput.Number($"{path}/sigma", Sigma, least: LeastSigma),
    ];

    internal override DemandCurve CurveOf(ReadOnlySpan<double> inputs) => new LognormalDemandCurve(inputs[0], inputs[1], (double)Ceiling);

    internal override double ConversionOf(ReadOnlySpan<double> inputs, double price) =>
        LognormalDemandCurve.At(inputs[0], inputs[1], (double)Ceiling, price);

    internal override PriceDemand At(decimal rate) => this with { Mu = Mu.Scaled(1, (decimal)Math.Log((double)rate)) };

    internal override IEnumerable<ScenarioProblem> Problems(string path) => Check.Share($"{path}/ceiling", Ceiling);
}
