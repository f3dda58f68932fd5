using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Application.Evidence;

/// <summary>A number of a scenario that evidence of demand can speak of.</summary>
public sealed record EvidenceTarget(ScenarioInput Input, EvidenceKind Kind)
{
    public string Path => Input.Path;

    /// <summary>In the order of the scenario. Of a segment with a demand curve the conversion follows the price, and is none of them.</summary>
    public static IReadOnlyList<EvidenceTarget> Of(Scenario scenario) =>
    [
        .. scenario.Inputs().Select(input => (Input: input, Kind: KindOf(input.Path))).Where(target => target.Kind is not null)
            .Select(target => new EvidenceTarget(target.Input, target.Kind!.Value)),
    ];

    /// <summary>The one at a path; null where the scenario has none there.</summary>
    public static EvidenceTarget? Find(Scenario scenario, string path) => Of(scenario).FirstOrDefault(target => target.Path == path);

    private static EvidenceKind? KindOf(string path) => path.Split('/') switch
    {
        ["segments", _, "conversion"] or ["projection", "channels", _, "conversion"] => EvidenceKind.Conversion,
        ["segments", _, "potentialCustomers"] => EvidenceKind.PotentialCustomers,
        ["segments", _, "lifecycle", "churn"] => EvidenceKind.Churn,
        _ => null,
    };
}
