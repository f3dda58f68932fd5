using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Pricing;

/// <summary>α = ceiling / (1 + e^−(intercept + slope · p)).</summary>
/// <param name="Intercept">Log-odds at a price of zero [1].</param>
/// <param name="Slope">What one more of the price adds to the log-odds [1 / (currency per customer per period)], below 0.</param>
public sealed record LogitDemand(Estimate Intercept, Estimate Slope) : PriceDemand
{
    /// <summary>The share who would buy at the lowest of prices [1], in [0, 1].</summary>
    public decimal Ceiling { get; init; } = 1;

    internal override double ConversionAt(double price) =>
        LogitDemandCurve.At((double)Intercept.Value, (double)Slope.Value, (double)Ceiling, price);

    internal override IEnumerable<ScenarioInput> Inputs(string path) =>
    [
        ScenarioInput.Number($"{path}/intercept", Intercept),
        ScenarioInput.Number($"{path}/slope", Slope, most: 0),
    ];

    internal override DemandCurve CurveOf(ReadOnlySpan<double> inputs) => new LogitDemandCurve(inputs[0], inputs[1], (double)Ceiling);

    internal override double ConversionOf(ReadOnlySpan<double> inputs, double price) =>
        LogitDemandCurve.At(inputs[0], inputs[1], (double)Ceiling, price);

    internal override PriceDemand At(decimal rate) => this with { Slope = Slope.Scaled(1 / rate) };

    internal override IEnumerable<ScenarioProblem> Problems(string path) =>
        [.. Falls($"{path}/slope", Slope), .. Check.Share($"{path}/ceiling", Ceiling)];
}
