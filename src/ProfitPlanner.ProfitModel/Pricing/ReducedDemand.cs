using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Pricing;

/// <summary>A part of another demand, at every price. Is calculated with and never written down.</summary>
/// <param name="Of">The other.</param>
/// <param name="Part">How much of it [1], in [0, 1].</param>
internal sealed record ReducedDemand(PriceDemand Of, decimal Part) : PriceDemand
{
    internal override double ConversionAt(double price) => (double)Part * Of.ConversionAt(price);

    internal override IEnumerable<ScenarioInput> Inputs(string path) => Of.Inputs(path);

    internal override DemandCurve CurveOf(ReadOnlySpan<double> inputs) => new ReducedDemandCurve(Of.CurveOf(inputs), (double)Part);

    internal override double ConversionOf(ReadOnlySpan<double> inputs, double price) => (double)Part * Of.ConversionOf(inputs, price);

    internal override PriceDemand? At(decimal rate) => Of.At(rate) is { } other ? this with { Of = other } : null;

    internal override IEnumerable<ScenarioProblem> Problems(string path) => Of.Problems(path);
}
