using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Pricing;

/// <summary>A segment while prices are sought: what it stands for in numbers, and the price it has got so far.</summary>
internal sealed class PricedSegment
{
    public PricedSegment(Scenario scenario, Segment segment)
    {
        Segment = segment;
        CurrentPrice = segment.Revenue.PerCustomer;
        Cost = scenario.UnitCost(segment);
        Curve = segment.Demand?.Curve() ?? new FixedDemand((double)segment.Conversion.Value);
        Allowed = AllowedPrices.Of(segment.PriceRange, Curve.KnownTo);
        Optimum = Curve is not FixedDemand && segment.Revenue.At(1) is null
            ? OptimalPrice.None(NoOptimum.NothingSold)
            : CurveOptimum.Of(Curve, UnitCost, Allowed);
        Price = Optimum.Price ?? (double)CurrentPrice;
    }

    public Segment Segment { get; }

    public DemandCurve Curve { get; }

    public AllowedPrices Allowed { get; }

    /// <summary>c [currency per customer per period].</summary>
    public decimal Cost { get; }

    public decimal CurrentPrice { get; }

    /// <summary>Where no capacity binds.</summary>
    public OptimalPrice Optimum { get; }

    /// <summary>The price at present [currency per customer per period].</summary>
    public double Price { get; private set; }

    public bool Moves => Optimum.Price is not null;

    public double Potential => (double)Segment.PotentialCustomers.Value;

    /// <summary>How many buy at the price at present [customers].</summary>
    public double Customers => Potential * Curve.At(Price);

    /// <summary>How few buy at the highest price that the segment may get [customers].</summary>
    public double LeastCustomers => Moves ? Potential * Curve.At(Allowed.Highest) : Customers;

    public double UnitCost => (double)Cost;

    /// <summary>Takes the best price where a place is worth <paramref name="shadow"/> more [currency per customer per period].</summary>
    public void Reprice(double shadow)
    {
        if (Moves)
            Price = shadow == 0 ? Optimum.Price!.Value : CurveOptimum.Best(Curve, UnitCost + shadow, Allowed);
    }

    /// <summary>Takes a cheaper price where that fills <paramref name="places"/> better [customers].</summary>
    public void Fill(double places)
    {
        if (!Moves || Potential == 0 || Curve.PriceAt(places / Potential) is not { } floor || floor >= Price)
            return;
        var price = CurveOptimum.Best(Curve, UnitCost, Allowed with { Lowest = Allowed.Above(floor) });
        if (Potential * Curve.At(price) <= places && Curve.ContributionAt(price, UnitCost) > Curve.ContributionAt(Price, UnitCost))
            Price = price;
    }

    public SegmentPrice Result()
    {
        var optimum = !Moves || Price == Optimum.Price ? Optimum : CurveOptimum.Raised(Curve, UnitCost, Price, Allowed);
        var price = Moves ? Math.Clamp((decimal)Price, Segment.PriceRange?.Lowest ?? 0, Segment.PriceRange?.Highest ?? ScenarioLimits.Money) : CurrentPrice;
        var (conversion, current) = (ConversionAt(price), ConversionAt(CurrentPrice));
        var potential = Segment.PotentialCustomers.Value;
        return new SegmentPrice
        {
            Id = Segment.Id,
            Name = Segment.Name,
            CurrentPrice = CurrentPrice,
            BestPrice = price,
            Reason = optimum.Reason,
            Conversion = conversion,
            Customers = conversion * potential,
            CurrentContribution = current * potential * (CurrentPrice - Cost),
            Contribution = conversion * potential * (price - Cost),
            Flat = optimum.Flat,
            Elasticity = optimum.Elasticity,
            Bound = optimum.Bound,
        };
    }

    /// <summary>α at a price [1].</summary>
    public decimal ConversionAt(decimal price) => Curve is FixedDemand ? Segment.Conversion : (decimal)Curve.At((double)price);
}
