using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Pricing;

/// <summary>α = intercept + slope · p, kept within 0 and 1.</summary>
/// <param name="Intercept">α at a price of zero [1]; may lie above 1.</param>
/// <param name="Slope">What one more of the price adds [1 / (currency per customer per period)], below 0.</param>
public sealed record LinearDemand(Estimate Intercept, Estimate Slope) : PriceDemand
{
    internal override double ConversionAt(double price) =>
        LinearDemandCurve.At((double)Intercept.Value, (double)Slope.Value, price);

    internal override IEnumerable<ScenarioInput> Inputs(string path) =>
    [
        ScenarioInput.Number($"{path}/intercept", Intercept),
        ScenarioInput.Number($"{path}/slope", Slope, most: 0),
    ];

    internal override DemandCurve CurveOf(ReadOnlySpan<double> inputs) => new LinearDemandCurve(inputs[0], inputs[1]);

    internal override double ConversionOf(ReadOnlySpan<double> inputs, double price) =>
        LinearDemandCurve.At(inputs[0], inputs[1], price);

    internal override PriceDemand At(decimal rate) => this with { Slope = Slope.Scaled(1 / rate) };

    internal override IEnumerable<ScenarioProblem> Problems(string path) => Falls($"{path}/slope", Slope);
}
