using System.Text.Json.Serialization;

namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>
/// A price that depends on how much a customer uses. p is the sum of <see cref="Breakdown"/>.
/// Source: docs/modelling.md, "Business models".
/// </summary>
/// <param name="UnitsPerCustomer">Use by one customer [units per customer per period], at least 0.</param>
/// <param name="Mode">How tiers turn units into a charge.</param>
/// <param name="Tiers">Tiers with increasing ends; the last has none.</param>
public sealed record PerVolume(Estimate UnitsPerCustomer, TierMode Mode, IReadOnlyList<Tier> Tiers) : RevenueModel
{
    /// <summary>Units in one package, for <see cref="TierMode.Package"/> [units], at least 0.001.</summary>
    public decimal PackageSize { get; init; } = 1;

    /// <inheritdoc/>
    public override decimal PerCustomer => Breakdown.Sum(charge => charge.Charge);

    /// <summary>What each tier adds to the bill, tiers without units included.</summary>
    [JsonIgnore] // The serializer leaves out what can only be read, but not lists.
    public IReadOnlyList<TierCharge> Breakdown
    {
        get
        {
            var charges = new TierCharge[Tiers.Count];
            decimal begin = 0;
            for (var i = 0; i < charges.Length; i++)
            {
                var tier = Tiers[i];
                charges[i] = Charge(tier, Mode == TierMode.Volume ? AllUnitsOrNone(tier, begin) : UnitsBetween(tier, begin));
                begin = tier.UpTo ?? begin;
            }
            return charges;
        }
    }

    /// <summary>
    /// A warning: the first number of units [units per customer per period] at which a customer pays less than for
    /// slightly fewer; null where the bill never falls. Only <see cref="TierMode.Volume"/> can do that.
    /// </summary>
    public decimal? BillFallsAt =>
        Mode != TierMode.Volume
            ? null
            : Tiers.Zip(Tiers.Skip(1))
                .Where(pair => pair.Second.UnitPrice < pair.First.UnitPrice)
                .Select(pair => pair.First.UpTo)
                .FirstOrDefault();

    /// <inheritdoc/>
    public override RevenueModel? At(decimal perCustomer) =>
        Quotient.Of(perCustomer, PerCustomer) is { } factor
            ? this with { Tiers = [.. Tiers.Select(tier => tier with { UnitPrice = tier.UnitPrice * factor })] }
            : null;

    internal override RevenueModel WithRestIn(decimal rate) =>
        this with { Tiers = [.. Tiers.Select(tier => tier with { UnitPrice = tier.UnitPrice * rate })] };

    internal override IEnumerable<ScenarioInput> Inputs(string path) =>
        [ScenarioInput.Count($"{path}/unitsPerCustomer", UnitsPerCustomer)];

    internal override double PerCustomerOf(ReadOnlySpan<double> inputs)
    {
        var units = inputs[0];
        double sum = 0, begin = 0;
        // Of millions of trials none may allocate, as an enumerator would.
        for (var i = 0; i < Tiers.Count; i++)
        {
            var tier = Tiers[i];
            var end = tier.UpTo is { } upTo ? (double)upTo : double.PositiveInfinity;
            var charged = Mode switch
            {
                TierMode.Volume => units >= begin && units < end ? units : 0,
                TierMode.Package => Math.Ceiling(Math.Max(0, Math.Min(units, end) - begin) / (double)PackageSize),
                _ => Math.Max(0, Math.Min(units, end) - begin),
            };
            sum += charged * (double)tier.UnitPrice;
            begin = end;
        }
        return sum;
    }

    internal override IEnumerable<ScenarioProblem> Problems(string path) =>
    [
        .. Check.Range($"{path}/packageSize", PackageSize, ScenarioLimits.PackageSize, ScenarioLimits.Quantity),
        .. Check.Tiers($"{path}/tiers", Tiers),
    ];

    // "Below 10,000 at 0.02, else 0.01" must hold for 9,999.5 units too: the end belongs to the next tier.
    private decimal AllUnitsOrNone(Tier tier, decimal begin) =>
        UnitsPerCustomer >= begin && (tier.UpTo is null || UnitsPerCustomer < tier.UpTo) ? UnitsPerCustomer : 0;

    private decimal UnitsBetween(Tier tier, decimal begin) =>
        Math.Max(0, Math.Min(UnitsPerCustomer, tier.UpTo ?? UnitsPerCustomer) - begin);

    private TierCharge Charge(Tier tier, decimal units)
    {
        var charged = Mode == TierMode.Package ? decimal.Ceiling(units / PackageSize) : units;
        return new TierCharge(tier, units, charged, charged * tier.UnitPrice);
    }
}
