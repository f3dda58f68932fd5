using System.Text.Json.Serialization;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Pricing;

/// <summary>
/// How a segment's conversion follows its price, with numbers that may be uncertain; <see cref="DemandCurve"/> is one
/// with numbers that are known. The set is closed. Source: docs/modelling/pricing.md, "Demand curves".
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(LinearDemand), "linear")]
[JsonDerivedType(typeof(ConstantElasticityDemand), "constantElasticity")]
[JsonDerivedType(typeof(LogitDemand), "logit")]
[JsonDerivedType(typeof(LognormalDemand), "lognormal")]
[JsonDerivedType(typeof(EmpiricalDemand), "empirical")]
public abstract record PriceDemand
{
    /// <summary>The curve of the numbers that are reckoned with.</summary>
    public DemandCurve Curve() => CurveOf([.. Inputs("").Select(input => (double)input.Estimate.Value)]);

    /// <summary>α at a price, of the numbers that are reckoned with [1]: the curve's, without making it.</summary>
    internal abstract double ConversionAt(double price);

    /// <summary>The numbers that may be uncertain, which stand under <paramref name="path"/>.</summary>
    internal abstract IEnumerable<ScenarioInput> Inputs(string path);

    /// <summary>The curve of other values of <see cref="Inputs"/>, in their order.</summary>
    internal abstract DemandCurve CurveOf(ReadOnlySpan<double> inputs);

    /// <summary>α [1] of other values of <see cref="Inputs"/> at a price, for many trials: without a curve's object.</summary>
    internal virtual double ConversionOf(ReadOnlySpan<double> inputs, double price) => CurveOf(inputs).At(price);

    /// <summary>
    /// The same demand where one unit of money is so many of another; null where no numbers of its kind say the same.
    /// </summary>
    /// <param name="rate">[other unit of money per unit of money], above 0.</param>
    internal abstract PriceDemand? At(decimal rate);

    /// <summary>What is wrong beside the inputs.</summary>
    internal abstract IEnumerable<ScenarioProblem> Problems(string path);

    private protected static IEnumerable<ScenarioProblem> Falls(string path, decimal slope) =>
        slope < 0 ? [] : [new ScenarioProblem(path, ProblemKind.DemandRises)];
}
