using Microsoft.Extensions.Localization;
using ProfitPlanner.ProfitModel;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Scenarios;

/// <summary>One row of the table of segments.</summary>
public sealed record SegmentView(Segment Segment, Scenario Scenario, SegmentResult Result)
{
    public string Path => $"segments/{Segment.Id}";

    public string Kind => RevenueKinds.Of(Segment.Revenue);

    /// <summary>Whether the price is the revenue per customer, so that one field is enough.</summary>
    public bool HasPlainPrice => Segment.Revenue is Subscription or DirectSale;

    public static IEnumerable<SegmentView> Of(ScenarioView view) =>
        view.Scenario.Segments.Zip(view.Result.Segments, (segment, result) => new SegmentView(segment, view.Scenario, result));

    /// <summary>The row that a scenario gets when a segment is added.</summary>
    public static SegmentView New(Scenario scenario, string name)
    {
        var segment = new Segment { Id = FormFields.New, Name = name, Revenue = new Subscription(0) };
        return new SegmentView(segment, scenario, (scenario with { Segments = [segment] }).Evaluate().Segments[0]);
    }

    /// <summary>The fields of the business model other than a plain price, in the order of its formula.</summary>
    public IEnumerable<NumberField> RevenueFields(IStringLocalizer<ScenarioTexts> texts)
    {
        NumberField Field(string name, Estimate value) => Build(texts, name, Format.Field(value));
        NumberField Share(string name, Estimate value) => Build(texts, name, Format.ShareField(value));
        return Segment.Revenue switch
        {
            PerUse m => [Field("unitsPerCustomer", m.UnitsPerCustomer), Field("unitPrice", m.UnitPrice)],
            PerVolume m => [Field("unitsPerCustomer", m.UnitsPerCustomer), .. m.Mode == TierMode.Package ? [Field("packageSize", m.PackageSize)] : Array.Empty<NumberField>()],
            PerEndCustomer m => [Field("endCustomers", m.EndCustomers), Field("pricePerEndCustomer", m.PricePerEndCustomer)],
            ApiService m => [Field("baseFee", m.BaseFee), Field("includedCalls", m.IncludedCalls), Field("callsPerCustomer", m.CallsPerCustomer), Field("pricePerExtraCall", m.PricePerExtraCall)],
            Advertising m => [Field("impressionsPerUser", m.ImpressionsPerUser), Share("fillRate", m.FillRate), Field("pricePerThousand", m.PricePerThousand), Share("share", m.Share)],
            _ => [],
        };
    }

    /// <summary>How the revenue per customer came about, as a calculation in words and figures.</summary>
    public string How(IStringLocalizer<ScenarioTexts> texts)
    {
        string Price(decimal amount) => Format.Price(amount, Scenario.Currency);
        var total = Price(Segment.Revenue.PerCustomer);
        return Segment.Revenue switch
        {
            PerUse m => $"{Format.Number(m.UnitsPerCustomer)} × {Price(m.UnitPrice)} = {total}",
            PerVolume m => string.Join(" + ", m.Breakdown.Where(c => c.Charged > 0).Select(c => $"{Format.Number(c.Charged)} × {Price(c.Tier.UnitPrice)}").DefaultIfEmpty("0")) + $" = {total}",
            PerEndCustomer m => $"{Format.Number(m.EndCustomers)} × {Price(m.PricePerEndCustomer)} = {total}",
            ApiService m => $"{Price(m.BaseFee)} + {Format.Number(m.ExtraCalls)} × {Price(m.PricePerExtraCall)} = {total}",
            Advertising m => $"{Format.Number(m.ImpressionsPerUser)} × {Format.Percent(m.FillRate)} × {Price(m.PricePerThousand)} ÷ 1000 × {Format.Percent(m.Share)} = {total}",
            DirectSale => texts["HowDirectSale", total],
            _ => texts["HowSubscription", total, texts[$"Per{Scenario.Period}"].Value],
        };
    }

    private NumberField Build(IStringLocalizer<ScenarioTexts> texts, string name, string value) =>
        new($"{Path}/revenue/{name}", texts[$"Field.{name}"], value, Scenario.Provenance.GetValueOrDefault($"{Path}/revenue/{name}"));
}

/// <param name="Path">The scenario's path, which is the field's name.</param>
/// <param name="Why">Where the number comes from, if that is known.</param>
/// <param name="Placeholder">What holds where the field is empty.</param>
public sealed record NumberField(string Path, string Label, string Value, Provenance? Why, string? Placeholder = null, bool HasVisibleLabel = true);
