using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Scenarios;

/// <summary>A change as people read it: what, before, after.</summary>
public sealed record ChangeView(string What, string? Before, string? After);

/// <summary>Puts the changes between two scenarios into words.</summary>
public sealed class ChangeWords(IStringLocalizer<ScenarioTexts> texts)
{
    /// <param name="scenarios">Where names of entries are looked up, the first that has them.</param>
    public IReadOnlyList<ChangeView> Of(IEnumerable<ScenarioChange> changes, params IReadOnlyList<Scenario> scenarios) =>
        [.. changes.Select(change => Of(change, scenarios))];

    private ChangeView Of(ScenarioChange change, IReadOnlyList<Scenario> scenarios)
    {
        var parts = change.Path.Split('/');
        return parts switch
        {
            [.., var list, "order"] => new(texts[$"Order.{list}"], null, null),
            [.. var owner, var list, var id] when Guid.TryParse(id, out _) => new(Within(owner, scenarios, Entry(list, change)), null, null),
            _ => new(Within(parts, scenarios, Field(parts)), Value(change.Before, parts), Value(change.After, parts)),
        };
    }

    private string Entry(string list, ScenarioChange change) =>
        texts[change.Before is null ? $"Added.{list}" : $"Removed.{list}", (change.After ?? change.Before)?["name"]?.GetValue<string>() ?? ""];

    private static string Within(IEnumerable<string> parts, IReadOnlyList<Scenario> scenarios, string what) =>
        string.Join(": ", InputWords.Entries(parts, scenarios).Append(what));

    private string Field(string[] field) => texts[$"Field.{field[^1]}"];

    private string Value(JsonNode? value, string[] field)
    {
        if (value is null)
            return texts["NoneOfItsOwn"];
        if (Estimate.OfJson(value) is { } number)
            return Number(number, field[^1] is "conversion" or "fillRate" or "share");
        return value switch
        {
            JsonArray list when field[^1] == "tiers" => string.Join("; ", list.Select(Tier)),
            JsonArray list => texts["Entries", list.Count],
            JsonObject choice when field[^1] == "demand" => texts[$"Demand.{choice["kind"]?.GetValue<string>()}"],
            JsonObject choice when field[^1] == "revenue" => texts[$"Kind.{choice["kind"]?.GetValue<string>()}"],
            JsonObject => texts["Details"],
            _ => field[^1] switch
            {
                "period" => texts[$"Period.{Capital(value.GetValue<string>())}"],
                "mode" => texts[$"TierMode.{Capital(value.GetValue<string>())}"],
                _ => Shortened(value.ToString()),
            },
        };
    }

    private static string Number(Estimate number, bool isShare) =>
        number.Distribution is not null ? (isShare ? Format.ShareField(number) : Format.Field(number))
        : isShare ? Format.Percent(number.Value)
        : Format.Field(number);

    private static string Tier(JsonNode? tier) =>
        $"{(tier?["upTo"] is { } end ? Format.Number(end.GetValue<decimal>()) : "∞")}: {Format.Field(tier!["unitPrice"]!.GetValue<decimal>())}";

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static string Shortened(string text) => text.Length <= 200 ? text : text[..200] + "…";
}
