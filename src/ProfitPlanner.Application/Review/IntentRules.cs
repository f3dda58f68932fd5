using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Demand;

namespace ProfitPlanner.Application.Review;

/// <summary>What holds of every intent that an organisation defines.</summary>
public static class IntentRules
{
    public const int LongestName = 100;
    public const int LongestDescription = 1_000;
    public const int MostExamples = 20;
    public const int LongestExample = 300;

    /// <summary>Nobody keeps more apart, and a model of more does not fit its place.</summary>
    public const int Most = 200;

    private const int LongestKey = 60;

    /// <summary>The organisation's intents in their order, to change: nobody else changes them until the transaction ends.</summary>
    internal static async Task<List<DefinedIntent>> IntentsToChangeAsync(this PlannerDb db, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({LockOf(db)}, 0))", cancellationToken);
        return await db.DefinedIntents.OrderBy(intent => intent.Place).ToListAsync(cancellationToken);
    }

    /// <summary>Whether there is an intent of that key; then it is there until the transaction ends. Any number may ask at once.</summary>
    internal static async Task<bool> HasIntentAsync(this PlannerDb db, string key, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock_shared(hashtextextended({LockOf(db)}, 0))", cancellationToken);
        return await db.DefinedIntents.AnyAsync(intent => intent.Key == key, cancellationToken);
    }

    private static string LockOf(PlannerDb db) => $"intents {db.Tenant.OrganisationId}";

    /// <summary>Puts them in an order, without gaps.</summary>
    internal static void Number(this IEnumerable<DefinedIntent> intents)
    {
        var place = 0;
        foreach (var intent in intents)
            intent.Place = ++place;
    }

    /// <summary>A key of a name that none of the others has; what has no Latin letters is numbered.</summary>
    internal static string KeyOf(string name, IReadOnlySet<string> others)
    {
        var key = new StringBuilder();
        foreach (var c in name.Normalize(NormalizationForm.FormD).ToLowerInvariant())
            if (char.IsAsciiLetterOrDigit(c))
                key.Append(c);
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && key.Length > 0 && key[^1] != '_')
                key.Append('_');
        var stem = key.ToString(0, Math.Min(key.Length, LongestKey)).Trim('_');
        if (stem.Length == 0)
            stem = "intent";
        // Data says so of a text that is none of the labels.
        if (stem is not ("oos" or "none") && !others.Contains(stem))
            return stem;
        return Enumerable.Range(2, others.Count + 1).Select(i => FormattableString.Invariant($"{stem}_{i}")).First(candidate => !others.Contains(candidate));
    }
}
