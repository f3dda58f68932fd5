using System.Globalization;
using ProfitPlanner.ProfitModel.Projection;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.Web.Pages.Scenarios;

namespace ProfitPlanner.Web.Pages.Projection;

/// <summary>
/// Reads a plan over time. A row whose name is emptied is taken away; the last row of each list is a blank one for
/// another entry. The lifecycle of a segment of which nothing is filled in is none.
/// </summary>
internal sealed class ProjectionForm(IFormCollection form) : FormFields(form)
{
    public static readonly IReadOnlyList<string> CostKinds = ["ramp", "hiring", "oneOff"];

    private static readonly string[] Shares = ["churn", "expansion", "contraction", "annualShare", "annualDiscount", "refundRate"];

    private readonly List<Guid> _added = [];

    /// <returns>Also the ids of entries that are new.</returns>
    public static (IReadOnlyList<ScenarioChange> Changes, IReadOnlyList<FieldProblem> Problems, IReadOnlyList<Guid> Added) Read(IFormCollection posted, Scenario scenario)
    {
        var form = new ProjectionForm(posted);
        List<ScenarioChange> changes =
        [
            ScenarioChange.To("projection", form.ReadPlan()),
            .. scenario.Segments.Where(segment => posted.ContainsKey($"segments/{segment.Id}/lifecycle/churn"))
                .Select(segment => ScenarioChange.To($"segments/{segment.Id}/lifecycle", form.ReadLifecycle($"segments/{segment.Id}/lifecycle"))),
        ];
        return (changes, form.Problems, form._added);
    }

    /// <summary>The path of the field that an entry's number was typed into.</summary>
    public static string Shown(string path, IEnumerable<Guid> added)
    {
        path = added.Aggregate(path, (shown, id) => shown.Replace(id.ToString(), New.ToString(), StringComparison.Ordinal));
        // Costs of every kind are typed into the same fields.
        return !path.StartsWith("projection/costLines/", StringComparison.Ordinal) ? path : path.Split('/') switch
        {
            [.. var entry, "monthlyCost"] => string.Join('/', [.. entry, "amount"]),
            [.. var entry, "month"] => string.Join('/', [.. entry, "from"]),
            [.. var entry, "to"] => string.Join('/', [.. entry, "until"]),
            _ => path,
        };
    }

    private ProjectionPlan ReadPlan() => new()
    {
        Months = Whole("projection/months", 36),
        Start = Text("projection/start") is { Length: > 0 } start ? Month("projection/start", start) : null,
        OpeningCash = Number("projection/openingCash"),
        DiscountRate = Share("projection/discountRate"),
        TaxRate = Share("projection/taxRate"),
        MarketGrowth = Share("projection/marketGrowth"),
        PaymentDelay = Whole("projection/paymentDelay", 0),
        Channels = [.. Rows("projection/channels").Select(row => new Channel
        {
            Id = row.Id,
            Name = Text($"{row.Path}/name"),
            Kind = Enum.TryParse<ChannelKind>(Text($"{row.Path}/kind"), out var kind) && Enum.IsDefined(kind) ? kind : ChannelKind.Search,
            Segment = Guid.TryParse(Text($"{row.Path}/segment"), out var segment) ? segment : Wrong($"{row.Path}/segment", "NotAChoice", Guid.Empty),
            Reach = Number($"{row.Path}/reach"),
            CostPerContact = Number($"{row.Path}/costPerContact"),
            Conversion = Share($"{row.Path}/conversion"),
            Saturation = Share($"{row.Path}/saturation"),
            From = Whole($"{row.Path}/from", 1),
            Until = WholeOrNone($"{row.Path}/until"),
        })],
        CostLines = [.. Rows("projection/costLines").Select(row => ReadCost(row.Id, row.Path))],
        FundingRounds = [.. Rows("projection/fundingRounds").Select(row => new FundingRound
        {
            Id = row.Id,
            Name = Text($"{row.Path}/name"),
            Month = Whole($"{row.Path}/month", 1),
            Amount = Number($"{row.Path}/amount"),
        })],
    };

    private CostLine ReadCost(Guid id, string path)
    {
        var name = Text($"{path}/name");
        var from = Whole($"{path}/from", 1);
        return Text($"{path}/kind") switch
        {
            "ramp" => new RampCost { Id = id, Name = name, From = from, To = WholeOrNone($"{path}/until") ?? from, Amount = Number($"{path}/amount") },
            "hiring" => new HiringCost
            {
                Id = id,
                Name = name,
                From = from,
                Until = WholeOrNone($"{path}/until"),
                Headcount = string.IsNullOrWhiteSpace(Form[$"{path}/headcount"]) ? 1 : Number($"{path}/headcount"),
                MonthlyCost = Number($"{path}/amount"),
                Overhead = Share($"{path}/overhead"),
            },
            "oneOff" => new OneOffCost { Id = id, Name = name, Month = from, Amount = Number($"{path}/amount") },
            _ => Wrong<CostLine>($"{path}/kind", "NotAChoice", new OneOffCost { Id = id, Name = name }),
        };
    }

    private Lifecycle? ReadLifecycle(string path)
    {
        var changes = Ids($"{path}/priceChanges/order").Where(id => Text($"{path}/priceChanges/{id}/price").Length > 0)
            .Select(id => new PriceChange
            {
                Id = Known(id),
                Month = Whole($"{path}/priceChanges/{id}/month", 1),
                Price = Number($"{path}/priceChanges/{id}/price"),
                AppliesToExisting = Form.ContainsKey($"{path}/priceChanges/{id}/appliesToExisting"),
            }).ToList();
        var isBlank = Text($"{path}/openingCustomers").Length == 0 && Text($"{path}/retention").Length == 0
            && Shares.All(share => Text($"{path}/{share}").Length == 0);
        return isBlank && changes.Count == 0 ? null : new Lifecycle
        {
            OpeningCustomers = NumberOrNone($"{path}/openingCustomers"),
            Churn = Share($"{path}/churn"),
            Retention = [.. Curve($"{path}/retention")],
            Expansion = Share($"{path}/expansion"),
            Contraction = Share($"{path}/contraction"),
            AnnualShare = Share($"{path}/annualShare"),
            AnnualDiscount = Share($"{path}/annualDiscount"),
            RefundRate = Share($"{path}/refundRate"),
            PriceChanges = changes,
        };
    }

    private IEnumerable<decimal> Curve(string path)
    {
        foreach (var text in Text(path).Split([' ', ';', ','], StringSplitOptions.RemoveEmptyEntries))
            yield return Texts.NumberReader.TryReadShare(text, out var share) ? share : Wrong(path, "NotAShareText", 0m);
    }

    private IEnumerable<(Guid Id, string Path)> Rows(string list) =>
        Ids($"{list}/order").Where(id => Text($"{list}/{id}/name").Length > 0)
            .Select(id => (Known(id), $"{list}/{id}"));

    private Guid Known(Guid id)
    {
        if (id != New)
            return id;
        _added.Add(Guid.CreateVersion7());
        return _added[^1];
    }

    private int Whole(string path, int whenAbsent) => WholeOrNone(path) ?? whenAbsent;

    private int? WholeOrNone(string path) =>
        Text(path) is not { Length: > 0 } text ? null
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole
        : Wrong<int?>(path, "NotAWholeNumber", null);

    private DateOnly? Month(string path, string text) =>
        DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month
        : Wrong<DateOnly?>(path, "NotAMonth", null);
}
