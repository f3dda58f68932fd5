using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ProfitPlanner.ProfitModel.Projection;

namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>
/// The entries of a plan file's lists, with their ids: their own, or ones that follow from the entry's name, so that
/// the same file always gives the same ids.
/// </summary>
internal sealed class PlanEntries
{
    private const string FixedCosts = "fixedCosts";
    private const string Actuals = "actuals";

    private static readonly string[] Lists =
    [
        "segments", FixedCosts, "capacities", "correlations", "experiments", Actuals,
        "projection/channels", "projection/costLines", "projection/fundingRounds",
    ];

    private readonly Dictionary<string, List<(Guid Id, string? Name)>> _entries = [];
    private readonly Dictionary<string, Guid> _ids = [];
    private readonly JsonElement _root;

    public PlanEntries(JsonElement root)
    {
        _root = root;
        foreach (var list in Lists)
        {
            var entries = _entries[list] = [];
            var named = new Dictionary<string, int>(StringComparer.Ordinal);
            var path = $"{PlanPath.Root}.{list.Replace('/', '.')}";
            foreach (var entry in Entries(list))
            {
                var name = Text(entry, "name");
                var same = named.GetValueOrDefault(name ?? "");
                named[name ?? ""] = same + 1;
                var id = Guid.TryParseExact(Text(entry, PlanShape.Id), "D", out var own) ? own
                    : list == Actuals && PlanReader.IsDate(Text(entry, "month"), out var month) ? MonthlyActual.Of(month).Id
                    : Derived(list, name, same);
                _ids[PlanPath.Entry(path, entries.Count)] = id;
                entries.Add((id, name));
            }
        }
        if (HasFixedCost)
            _entries[FixedCosts].Add((FixedCostId, FixedCostName));
    }

    /// <summary>What the line is called that a plan's one number for the fixed cost becomes.</summary>
    public const string FixedCostName = "Fixed cost";

    public bool HasFixedCost => Has(_root, PlanShape.FixedCost);

    /// <summary>The id of the line that a plan's one number for the fixed cost becomes.</summary>
    public static Guid FixedCostId { get; } = Derived(FixedCosts, null, 0);

    /// <summary>The id of the entry at a path such as <c>$.segments[0]</c>.</summary>
    public Guid IdAt(string path) => _ids.TryGetValue(path, out var id) ? id : Derived(path, null, 0);

    public bool HasPrice(int segment) => Has(_root.GetProperty("segments")[segment], PlanShape.Price);

    /// <summary>The segment that an id or a name stands for.</summary>
    /// <exception cref="PlanException">There is none of the name, or more than one.</exception>
    public Guid Segment(string idOrName, string path) =>
        Guid.TryParseExact(idOrName, "D", out var id) ? id : Named("segments", idOrName, path);

    /// <summary>The document's path of a path that may name entries instead of their ids.</summary>
    /// <exception cref="PlanException">There is no entry of the name, or more than one.</exception>
    public string Resolve(string text, string path)
    {
        if (text == PlanShape.FixedCost && HasFixedCost)
            return $"fixedCosts/{FixedCostId}/amount";
        if (Array.Find(Lists, list => text.StartsWith(list + "/", StringComparison.Ordinal)) is not { } list)
            return text;
        var (entries, rest) = (_entries[list], text[(list.Length + 1)..]);
        var first = rest.Split('/', 2)[0];
        var name = Guid.TryParseExact(first, "D", out _)
            ? first
            // A name may hold a slash itself: the longest that fits.
            : entries.Select(entry => entry.Name)
                .Where(name => name is not null && (rest == name || rest.StartsWith(name + "/", StringComparison.Ordinal)))
                .MaxBy(name => name!.Length) ?? first;
        var entry = Guid.TryParseExact(name, "D", out var id) ? id : Named(list, name, path);
        var tail = rest[name.Length..];
        if (list == "segments" && tail == "/price" && entries.FindIndex(other => other.Id == entry) is >= 0 and var index && HasPrice(index))
            tail = "/revenue/price";
        return $"{list}/{entry}{tail}";
    }

    private JsonElement.ArrayEnumerator Entries(string list) =>
        list.Split('/').Aggregate(_root, (parent, member) => Has(parent, member) ? parent.GetProperty(member) : default) is var entries
            && entries.ValueKind == JsonValueKind.Array
                ? entries.EnumerateArray()
                : default;

    private Guid Named(string list, string name, string path)
    {
        var found = _entries[list].Where(entry => entry.Name == name).ToList();
        return found.Count switch
        {
            0 => throw new PlanException(path, $"there is no '{PlanPath.Quoted(name)}' among the {list}"),
            1 => found[0].Id,
            _ => throw new PlanException(path, $"there is more than one '{PlanPath.Quoted(name)}' among the {list}: give them ids and use those"),
        };
    }

    private static bool Has(JsonElement parent, string member) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(member, out _);

    private static string? Text(JsonElement entry, string member) =>
        entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    // A UUID of version 8: made of a hash.
    private static Guid Derived(string list, string? name, int same)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{list}/{same}/{name}")));
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
