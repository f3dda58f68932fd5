using ProfitPlanner.Application.Review;

namespace ProfitPlanner.Web.Pages.Demand;

/// <summary>The fields of an intent, as stored or as they were typed.</summary>
/// <param name="Key">Empty of a new one.</param>
/// <param name="Examples">A line each.</param>
public sealed record IntentForm(string Key, string? Name, string? Description, string? Examples)
{
    public static IntentForm Of(ListIntents.Item intent) => new(intent.Key, intent.Name, intent.Description, string.Join('\n', intent.Examples));

    public static IntentForm Typed(string key, IFormCollection form) => new(key, form["name"], form["description"], form["examples"]);
}
