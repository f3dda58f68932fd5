using System.Text.Json.Nodes;

namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>
/// One difference between two scenarios. A path names a value by the members that lead to it in the scenario's JSON,
/// joined by '/', entries of a list by their id: <c>name</c>, <c>fixedCosts/{id}/amount</c>,
/// <c>segments/{id}/conversion</c>, <c>segments/{id}/revenue/price</c>. Changed as a whole are an entry that is added
/// or removed (<c>segments/{id}</c>), the way a segment pays (<c>segments/{id}/revenue</c>, where its kind differs),
/// tiers (<c>segments/{id}/revenue/tiers</c>) and the order of a list (<c>segments/order</c>, as ids).
/// </summary>
/// <param name="Path">What changed.</param>
/// <param name="Before">Its JSON before; null for an entry that is added or an optional number without value.</param>
/// <param name="After">Its JSON after; null for an entry that is removed or an optional number without value.</param>
public sealed record ScenarioChange(string Path, JsonNode? Before, JsonNode? After)
{
    /// <summary>A change that sets a value, whatever it was before.</summary>
    /// <typeparam name="T">The type that the value has in the scenario, so that kinds of demand and such are told.</typeparam>
    public static ScenarioChange To<T>(string path, T? value) => new(path, null, ScenarioJson.ToNode(value));
}
