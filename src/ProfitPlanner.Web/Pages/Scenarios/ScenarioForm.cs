using ProfitPlanner.ProfitModel;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Scenarios;

/// <summary>What is wrong at a field, as a key of ScenarioTexts.</summary>
public sealed record FieldProblem(string Path, string Text, decimal? Limit = null);

/// <summary>
/// Reads a posted editor into a scenario. Every field is named by its path in the scenario, so that problems and
/// changes, which name paths, find their field without a map.
/// </summary>
internal sealed class ScenarioForm
{
    private readonly IFormCollection _form;
    private readonly List<FieldProblem> _problems = [];

    private ScenarioForm(IFormCollection form) => _form = form;

    /// <summary>The last field of the editor: without it the form came in part, and must not be taken for the whole.</summary>
    public const string Complete = "complete";

    /// <returns>The scenario, or what could not be read; a scenario that was read may still have problems of its own.</returns>
    public static (Scenario? Scenario, IReadOnlyList<FieldProblem> Problems) Read(IFormCollection posted)
    {
        var form = new ScenarioForm(posted);
        var scenario = form.ReadScenario();
        return form._problems.Count == 0 ? (scenario, []) : (null, form._problems);
    }

    private Scenario ReadScenario() => new()
    {
        Name = Text("name"),
        Currency = Currency.TryOf(Text("currency"), out var currency) ? currency : Wrong("currency", "UnknownCurrency", Currency.Of("USD")),
        Period = Enum.TryParse<Period>(Text("period"), out var period) && Enum.IsDefined(period) ? period : Wrong("period", "NotAChoice", Period.Month),
        Notes = Text("notes").ReplaceLineEndings("\n"),
        VariableCost = Number("variableCost"),
        RetentionCost = Number("retentionCost"),
        FixedCosts = [.. Ids("fixedCosts/order").Select(id => new FixedCost
        {
            Id = id,
            Name = Text($"fixedCosts/{id}/name"),
            Amount = Number($"fixedCosts/{id}/amount"),
        })],
        Segments = [.. Ids("segments/order").Select(id => ReadSegment(id, $"segments/{id}"))],
    };

    private Segment ReadSegment(Guid id, string path) => new()
    {
        Id = id,
        Name = Text($"{path}/name"),
        PotentialCustomers = Number($"{path}/potentialCustomers"),
        Conversion = Share($"{path}/conversion"),
        Revenue = ReadRevenue(Text($"{path}/revenue/kind"), $"{path}/revenue"),
        VariableCost = NumberOrNone($"{path}/variableCost"),
        RetentionCost = NumberOrNone($"{path}/retentionCost"),
    };

    // A segment that has just been given another business model lacks the new one's fields: its price is carried over,
    // and the other numbers start where the price means the same.
    private RevenueModel ReadRevenue(string kind, string path) => kind switch
    {
        RevenueKinds.Subscription => new Subscription(Price(path, "price")),
        RevenueKinds.PerUse => new PerUse(Number($"{path}/unitsPerCustomer", whenAbsent: 1), Price(path, "unitPrice")),
        RevenueKinds.PerVolume => ReadVolume(path),
        RevenueKinds.PerCustomer => new PerEndCustomer(Number($"{path}/endCustomers", whenAbsent: 1), Price(path, "pricePerEndCustomer")),
        RevenueKinds.DirectSale => new DirectSale(Price(path, "price")),
        RevenueKinds.ApiService => new ApiService(
            Price(path, "baseFee"), Number($"{path}/includedCalls"), Number($"{path}/callsPerCustomer"), Number($"{path}/pricePerExtraCall")),
        RevenueKinds.Advertising => new Advertising(
            Number($"{path}/impressionsPerUser", whenAbsent: 1000), Share($"{path}/fillRate", whenAbsent: 1),
            Price(path, "pricePerThousand"), Share($"{path}/share", whenAbsent: 1)),
        _ => Wrong($"{path}/kind", "NotAChoice", new Subscription(0)),
    };

    private static readonly string[] PriceFields = ["price", "unitPrice", "pricePerEndCustomer", "baseFee", "pricePerThousand", "tiers/unitPrice"];

    private Estimate Price(string path, string field) =>
        _form.ContainsKey($"{path}/{field}") ? Number($"{path}/{field}")
        : PriceFields.FirstOrDefault(f => _form.ContainsKey($"{path}/{f}")) is { } other && NumberReader.TryRead(_form[$"{path}/{other}"][0], out var price) ? price
        : 0;

    private PerVolume ReadVolume(string path)
    {
        var ends = _form[$"{path}/tiers/upTo"];
        var prices = _form[$"{path}/tiers/unitPrice"];
        var tiers = new List<Tier>();
        for (var i = 0; i < prices.Count; i++)
        {
            var end = i < ends.Count ? ends[i] : null;
            if (!NumberReader.TryRead(prices[i], out var price))
                Wrong($"{path}/tiers", "TierNotANumber", 0m);
            // The last tier is the rest, whatever is written there.
            decimal? upTo = i == prices.Count - 1 ? null
                : NumberReader.TryRead(end, out var number) ? number
                : Wrong<decimal?>($"{path}/tiers", "TierNotANumber", 0m);
            tiers.Add(new Tier(upTo, price));
        }

        if (tiers.Count == 0)
            tiers.Add(new Tier(null, Price(path, "tiers/unitPrice")));
        return new PerVolume(
            Number($"{path}/unitsPerCustomer", whenAbsent: 1),
            Enum.TryParse<TierMode>(Text($"{path}/mode"), out var mode) && Enum.IsDefined(mode) ? mode : TierMode.Graduated,
            tiers)
        {
            PackageSize = Number($"{path}/packageSize", whenAbsent: 1),
        };
    }

    private string Text(string path) => _form[path].ToString().Trim();

    private IEnumerable<Guid> Ids(string path) =>
        _form[path].Select(id => Guid.TryParse(id, out var guid) ? guid : Wrong(path, "NotAChoice", Guid.Empty));

    private Estimate? NumberOrNone(string path) => string.IsNullOrWhiteSpace(_form[path]) ? null : Number(path);

    private Estimate Number(string path, decimal whenAbsent = 0) => Read(path, isShare: false, "NotANumber", whenAbsent);

    private Estimate Share(string path, decimal whenAbsent = 0) => Read(path, isShare: true, "NotAShareText", whenAbsent);

    private Estimate Read(string path, bool isShare, string problem, decimal whenAbsent) =>
        !_form.ContainsKey(path) ? whenAbsent
        : string.IsNullOrWhiteSpace(_form[path]) ? 0
        : EstimateText.TryRead(_form[path], isShare, out var number) ? number
        : Wrong<Estimate>(path, problem, 0);

    private T Wrong<T>(string path, string text, T standIn)
    {
        _problems.Add(new FieldProblem(path, text));
        return standIn;
    }
}
