namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>A number that a scenario is made of, and the range that it can have.</summary>
/// <param name="Path">Where (see <see cref="ScenarioChange"/>).</param>
/// <param name="Estimate">The number [<paramref name="Measure"/>].</param>
/// <param name="Measure">What it counts.</param>
/// <param name="Least">The least it can be [its unit].</param>
/// <param name="Most">The most it can be [its unit].</param>
public sealed record ScenarioInput(string Path, Estimate Estimate, Measure Measure, decimal Least, decimal Most)
{
    internal static ScenarioInput Money(string path, Estimate estimate) =>
        new(path, estimate, Measure.Money, 0, ScenarioLimits.Money);

    internal static ScenarioInput Count(string path, Estimate estimate, decimal least = 0) =>
        new(path, estimate, Measure.Count, least, ScenarioLimits.Quantity);

    internal static ScenarioInput Share(string path, Estimate estimate) => new(path, estimate, Measure.Share, 0, 1);

    internal static ScenarioInput Number(string path, Estimate estimate, decimal least = -ScenarioLimits.Quantity, decimal most = ScenarioLimits.Quantity) =>
        new(path, estimate, Measure.Number, least, most);
}
