using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Pricing;

/// <summary>Measured points with straight lines between them, as of a survey or an experiment.</summary>
/// <param name="Points">At least two, prices rising and conversions not rising.</param>
public sealed record EmpiricalDemand(IReadOnlyList<DemandPoint> Points) : PriceDemand
{
    internal override double ConversionAt(double price) =>
        Curve().At(price);

    // Points are measured together: one of them alone has no distribution.
    internal override IEnumerable<ScenarioInput> Inputs(string path) => [];

    internal override DemandCurve CurveOf(ReadOnlySpan<double> inputs) =>
        new EmpiricalDemandCurve([.. Points.Select(point => ((double)point.Price, (double)point.Conversion))]);

    internal override PriceDemand At(decimal rate) => new EmpiricalDemand([.. Points.Select(point => point with { Price = point.Price * rate })]);

    internal override IEnumerable<ScenarioProblem> Problems(string path)
    {
        path = $"{path}/points";
        if (Points.Count < 2)
            yield return new ScenarioProblem(path, ProblemKind.TooSmall, 2);
        if (Points.Count > ScenarioLimits.Tiers)
            yield return new ScenarioProblem(path, ProblemKind.TooMany, ScenarioLimits.Tiers);
        foreach (var problem in Points.SelectMany(point => (ScenarioProblem[])[.. Check.Money(path, point.Price), .. Check.Share(path, point.Conversion)]))
            yield return problem;
        if (Points.Zip(Points.Skip(1)).Any(pair => pair.Second.Price <= pair.First.Price || pair.Second.Conversion > pair.First.Conversion))
            yield return new ScenarioProblem(path, ProblemKind.DemandRises);
    }
}
