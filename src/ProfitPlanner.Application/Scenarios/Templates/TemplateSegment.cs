using System.Text.Json.Serialization;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Application.Scenarios.Templates;

public sealed record TemplateSegment
{
    public required TemplateText Name { get; init; }

    public required TemplateNumber PotentialCustomers { get; init; }

    public required TemplateNumber Conversion { get; init; }

    public required TemplateRevenue Revenue { get; init; }

    public TemplateNumber? VariableCost { get; init; }

    public TemplateNumber? RetentionCost { get; init; }

    internal Segment ToSegment(TemplateLanguage language, Action<string, TemplateText> mark)
    {
        var id = Guid.CreateVersion7();
        void Mark(string field, TemplateNumber? number)
        {
            if (number is not null)
                mark($"segments/{id}/{field}", number.Why);
        }

        Mark("potentialCustomers", PotentialCustomers);
        Mark("conversion", Conversion);
        Mark("variableCost", VariableCost);
        Mark("retentionCost", RetentionCost);
        foreach (var (field, why) in Revenue.Reasons())
            mark($"segments/{id}/revenue/{field}", why);

        return new Segment
        {
            Id = id,
            Name = Name.In(language),
            PotentialCustomers = PotentialCustomers.Value,
            Conversion = Conversion.Value,
            Revenue = Revenue.ToModel(),
            VariableCost = VariableCost?.Value,
            RetentionCost = RetentionCost?.Value,
        };
    }
}

/// <summary>A revenue model whose numbers have reasons; the fields are those of the model of the same name.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(SubscriptionTemplate), "subscription")]
[JsonDerivedType(typeof(PerUseTemplate), "perUse")]
[JsonDerivedType(typeof(PerVolumeTemplate), "perVolume")]
[JsonDerivedType(typeof(PerCustomerTemplate), "perCustomer")]
[JsonDerivedType(typeof(DirectSaleTemplate), "directSale")]
[JsonDerivedType(typeof(ApiServiceTemplate), "apiService")]
[JsonDerivedType(typeof(AdvertisingTemplate), "advertising")]
public abstract record TemplateRevenue
{
    internal abstract RevenueModel ToModel();

    /// <summary>Field of the model's JSON form, and why its number is what it is.</summary>
    internal abstract IEnumerable<(string Field, TemplateText Why)> Reasons();
}

public sealed record SubscriptionTemplate(TemplateNumber Price) : TemplateRevenue
{
    internal override RevenueModel ToModel() => new Subscription(Price.Value);

    internal override IEnumerable<(string Field, TemplateText Why)> Reasons() => [("price", Price.Why)];
}

public sealed record PerUseTemplate(TemplateNumber UnitsPerCustomer, TemplateNumber UnitPrice) : TemplateRevenue
{
    internal override RevenueModel ToModel() => new PerUse(UnitsPerCustomer.Value, UnitPrice.Value);

    internal override IEnumerable<(string Field, TemplateText Why)> Reasons() =>
        [("unitsPerCustomer", UnitsPerCustomer.Why), ("unitPrice", UnitPrice.Why)];
}

public sealed record PerVolumeTemplate(
    TemplateNumber UnitsPerCustomer, TierMode Mode, TemplateNumber? PackageSize, IReadOnlyList<Tier> Tiers, TemplateText TiersWhy) : TemplateRevenue
{
    internal override RevenueModel ToModel() => new PerVolume(UnitsPerCustomer.Value, Mode, Tiers) { PackageSize = PackageSize?.Value ?? 1 };

    internal override IEnumerable<(string Field, TemplateText Why)> Reasons() =>
    [
        ("unitsPerCustomer", UnitsPerCustomer.Why), ("tiers", TiersWhy),
        .. PackageSize is null ? Array.Empty<(string, TemplateText)>() : [("packageSize", PackageSize.Why)],
    ];
}

public sealed record PerCustomerTemplate(TemplateNumber EndCustomers, TemplateNumber PricePerEndCustomer) : TemplateRevenue
{
    internal override RevenueModel ToModel() => new PerEndCustomer(EndCustomers.Value, PricePerEndCustomer.Value);

    internal override IEnumerable<(string Field, TemplateText Why)> Reasons() =>
        [("endCustomers", EndCustomers.Why), ("pricePerEndCustomer", PricePerEndCustomer.Why)];
}

public sealed record DirectSaleTemplate(TemplateNumber Price) : TemplateRevenue
{
    internal override RevenueModel ToModel() => new DirectSale(Price.Value);

    internal override IEnumerable<(string Field, TemplateText Why)> Reasons() => [("price", Price.Why)];
}

public sealed record ApiServiceTemplate(
    TemplateNumber BaseFee, TemplateNumber IncludedCalls, TemplateNumber CallsPerCustomer, TemplateNumber PricePerExtraCall) : TemplateRevenue
{
    internal override RevenueModel ToModel() =>
        new ApiService(BaseFee.Value, IncludedCalls.Value, CallsPerCustomer.Value, PricePerExtraCall.Value);

    internal override IEnumerable<(string Field, TemplateText Why)> Reasons() =>
    [
        ("baseFee", BaseFee.Why), ("includedCalls", IncludedCalls.Why),
        ("callsPerCustomer", CallsPerCustomer.Why), ("pricePerExtraCall", PricePerExtraCall.Why),
    ];
}

public sealed record AdvertisingTemplate(
    TemplateNumber ImpressionsPerUser, TemplateNumber FillRate, TemplateNumber PricePerThousand, TemplateNumber Share) : TemplateRevenue
{
    internal override RevenueModel ToModel() =>
        new Advertising(ImpressionsPerUser.Value, FillRate.Value, PricePerThousand.Value, Share.Value);

    internal override IEnumerable<(string Field, TemplateText Why)> Reasons() =>
    [
        ("impressionsPerUser", ImpressionsPerUser.Why), ("fillRate", FillRate.Why),
        ("pricePerThousand", PricePerThousand.Why), ("share", Share.Why),
    ];
}
