using ProfitPlanner.ProfitModel.Pricing;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Projection;

/// <summary>Where the numbers of a segment stand among the inputs; −1 where it has none.</summary>
internal sealed class CompiledSegment
{
    public required Segment Segment { get; init; }
    public required int Potential { get; init; }
    public required int Conversion { get; init; }
    public required Range Demand { get; init; }
    public required Range Revenue { get; init; }
    public required int VariableCost { get; init; }
    public required int RetentionCost { get; init; }
    public required int Opening { get; init; }
    public required int Churn { get; init; }
    public required int Expansion { get; init; }
    public required int Contraction { get; init; }
    public required int AnnualShare { get; init; }
    public required int AnnualDiscount { get; init; }
    public required int RefundRate { get; init; }
    public required double[] Retention { get; init; }

    /// <summary>By month.</summary>
    public required (int Month, int Price, bool AppliesToExisting)[] PriceChanges { get; init; }

    /// <summary>Indices into the channels.</summary>
    public required int[] Channels { get; init; }

    public bool IsDirectSale => Segment.Revenue is DirectSale;

    /// <summary>Its αN customers are there from the first month and stay.</summary>
    public bool IsSteady => Segment.Lifecycle is null && Channels.Length == 0;

    public double PriceOf(ReadOnlySpan<double> inputs) => Segment.Revenue.PerCustomerOf(inputs[Revenue]);

    public DemandCurve CurveOf(ReadOnlySpan<double> inputs) =>
        Segment.Demand?.CurveOf(inputs[Demand]) ?? new FixedDemand(inputs[Conversion]);

    public static CompiledSegment Of(Scenario scenario, Segment segment, IReadOnlyDictionary<string, int> indices, int[] channels)
    {
        var path = $"segments/{segment.Id}";
        int Index(string name) => indices.GetValueOrDefault($"{path}/{name}", -1);
        return new CompiledSegment
        {
            Segment = segment,
            Potential = Index("potentialCustomers"),
            Conversion = Index("conversion"),
            Demand = RangeOf(segment.Demand?.Inputs($"{path}/demand") ?? [], indices),
            Revenue = RangeOf(segment.Revenue.Inputs($"{path}/revenue"), indices),
            VariableCost = segment.VariableCost is null ? indices["variableCost"] : Index("variableCost"),
            RetentionCost = segment.RetentionCost is null ? indices["retentionCost"] : Index("retentionCost"),
            Opening = Index("lifecycle/openingCustomers"),
            Churn = Index("lifecycle/churn"),
            Expansion = Index("lifecycle/expansion"),
            Contraction = Index("lifecycle/contraction"),
            AnnualShare = Index("lifecycle/annualShare"),
            AnnualDiscount = Index("lifecycle/annualDiscount"),
            RefundRate = Index("lifecycle/refundRate"),
            Retention = [.. segment.Lifecycle?.Retention.Select(share => (double)share) ?? []],
            PriceChanges =
            [
                .. (segment.Lifecycle?.PriceChanges ?? []).OrderBy(change => change.Month)
                    .Select(change => (change.Month, Index($"lifecycle/priceChanges/{change.Id}/price"), change.AppliesToExisting)),
            ],
            Channels = channels,
        };
    }

    /// <summary>Inputs of one object stand together and in order.</summary>
    public static Range RangeOf(IEnumerable<ScenarioInput> inputs, IReadOnlyDictionary<string, int> indices)
    {
        var own = inputs.ToList();
        var begin = own.Count == 0 ? 0 : indices[own[0].Path];
        return begin..(begin + own.Count);
    }
}
