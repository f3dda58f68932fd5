using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Data;
using ProfitPlanner.Intents.Taxonomy;

namespace ProfitPlanner.Application.Demand;

/// <summary>An intent as people call it.</summary>
/// <param name="Kind">Null of an intent that the organisation has defined, which says nothing of one, and of one that evidence kept before there were kinds.</param>
public sealed record NamedIntent(string Key, string Name, string NameZh, IntentKind? Kind = null)
{
    public string In(CultureInfo culture) => culture.TwoLetterISOLanguageName == "zh" ? NameZh : Name;
}

/// <summary>What an intent says about a business; see <see cref="IntentGroup"/>.</summary>
public enum IntentKind
{
    Demand = 1,
    Service,
    Talk,
}

/// <summary>Every intent by its key: the organisation's own, then those of the model that ships.</summary>
internal sealed class IntentNames(IReadOnlyDictionary<string, string> own)
{
    public static async Task<IntentNames> ReadAsync(PlannerDb db, CancellationToken cancellationToken) =>
        new(await db.DefinedIntents.ToDictionaryAsync(intent => intent.Key, intent => intent.Name, cancellationToken));

    public NamedIntent this[string key] =>
        own.TryGetValue(key, out var name) ? new NamedIntent(key, name, name)
        : SupportIntents.ById.TryGetValue(key, out var known) ? new NamedIntent(key, known.Name, known.NameZh, KindOf(known.Group))
        : new NamedIntent(key, key, key);

    private static IntentKind KindOf(IntentGroup group) => group switch
    {
        IntentGroup.Demand => IntentKind.Demand,
        IntentGroup.Service => IntentKind.Service,
        IntentGroup.Talk => IntentKind.Talk,
        _ => throw new ArgumentOutOfRangeException(nameof(group), group, "A group without a kind."),
    };
}
