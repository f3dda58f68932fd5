using ProfitPlanner.ProfitModel;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Scenarios;

/// <summary>
/// Reads a posted editor into a scenario. Every field is named by its path in the scenario, so that problems and
/// changes, which name paths, find their field without a map.
/// </summary>
internal sealed class ScenarioForm(IFormCollection form) : FormFields(form)
{
    /// <summary>The last field of the editor: without it the form came in part, and must not be taken for the whole.</summary>
    public const string Complete = "complete";

    /// <returns>The scenario, or what could not be read; a scenario that was read may still have problems of its own.</returns>
    public static (Scenario? Scenario, IReadOnlyList<FieldProblem> Problems) Read(IFormCollection posted)
    {
        var form = new ScenarioForm(posted);
        var scenario = form.ReadScenario();
        return form.Problems.Count == 0 ? (scenario, []) : (null, form.Problems);
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
        Form.ContainsKey($"{path}/{field}") ? Number($"{path}/{field}")
        : PriceFields.FirstOrDefault(f => Form.ContainsKey($"{path}/{f}")) is { } other && NumberReader.TryRead(Form[$"{path}/{other}"][0], out var price) ? price
        : 0;

    private PerVolume ReadVolume(string path)
    {
        var ends = Form[$"{path}/tiers/upTo"];
        var prices = Form[$"{path}/tiers/unitPrice"];
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
}
