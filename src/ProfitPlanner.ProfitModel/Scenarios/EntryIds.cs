using System.Text.Json.Nodes;

namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>Lists of a scenario's JSON whose entries have an id and are told apart by it.</summary>
internal static class EntryIds
{
    public static string? Id(this JsonNode? entry) =>
        entry is JsonObject value && value["id"] is JsonValue id ? id.GetValue<string>() : null;

    /// <summary>Whether every entry has an id, as also in a list without entries.</summary>
    public static bool HasIds(this JsonArray entries) => entries.All(entry => entry.Id() is not null);
}
