using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Pricing;

/// <summary>α = scale · p^−ε, at most 1.</summary>
/// <param name="Scale">α at a price of one [1], at least 0; may lie above 1.</param>
/// <param name="Elasticity">ε, by how many percent demand falls as the price rises by one [1]; its sign is passed over.</param>
public sealed record ConstantElasticityDemand(Estimate Scale, Estimate Elasticity) : PriceDemand
{
    // Of what decimal holds with all the digits that a double has.
    private const double LeastFactor = 1e-13;
    private const double LargestScale = 1e27;

    internal override double ConversionAt(double price) =>
        ConstantElasticityDemandCurve.At((double)Scale.Value, (double)Elasticity.Value, price);

    internal override IEnumerable<ScenarioInput> Inputs(string path) =>
    [
        ScenarioInput.Number($"{path}/scale", Scale, least: 0, most: ScenarioLimits.Money * ScenarioLimits.Quantity),
        ScenarioInput.Number($"{path}/elasticity", Elasticity),
    ];

    internal override DemandCurve CurveOf(ReadOnlySpan<double> inputs) => new ConstantElasticityDemandCurve(inputs[0], inputs[1]);

    internal override double ConversionOf(ReadOnlySpan<double> inputs, double price) =>
        ConstantElasticityDemandCurve.At(inputs[0], inputs[1], price);

    // scale · p^−ε = scale · rate^ε · (rate · p)^−ε. Where ε is uncertain, so is rate^ε, and the new scale would depend on it
    // more closely than two distributions and their rank correlation can say.
    // Nor can decimal hold every scale.
    internal override PriceDemand? At(decimal rate)
    {
        var factor = Math.Pow((double)rate, Math.Abs((double)Elasticity.Value));
        return Elasticity.Distribution is null && factor > LeastFactor && factor * (double)Scale.Value < LargestScale
            ? this with { Scale = Scale.Scaled((decimal)factor) }
            : null;
    }

    internal override IEnumerable<ScenarioProblem> Problems(string path) => Falls($"{path}/elasticity", -Math.Abs(Elasticity));
}
