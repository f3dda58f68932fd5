namespace ProfitPlanner.Application.Review;

/// <summary>What a model's label means among the intents of an organisation.</summary>
/// <param name="keys">Of the organisation's intents.</param>
internal sealed class OwnIntents(IReadOnlySet<string> keys)
{
    private static readonly Dictionary<string, string> General =
        GeneralIntent.All.SelectMany(intent => intent.Stands, (intent, label) => (label, intent.Key)).ToDictionary(pair => pair.label, pair => pair.Key);

    /// <summary>The intent of that key, or the general one that stands for it; null, none of these, where the organisation has neither.</summary>
    public string? Of(string? label) =>
        label is null ? null
        : keys.Contains(label) ? label
        : General.TryGetValue(label, out var general) && keys.Contains(general) ? general : null;
}
