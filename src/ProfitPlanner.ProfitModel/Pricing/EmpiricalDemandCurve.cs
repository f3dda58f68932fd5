namespace ProfitPlanner.ProfitModel.Pricing;

/// <summary>
/// Straight lines between measured points; level before the first, and beyond the last as at the last, since nobody
/// was asked there: no price beyond it is ever proposed.
/// </summary>
/// <param name="Points">At least two points, prices rising [currency per customer per period] and shares not [1].</param>
public sealed record EmpiricalDemandCurve(IReadOnlyList<(double Price, double Share)> Points) : DemandCurve
{
    /// <summary>The highest measured price [currency per customer per period].</summary>
    public double LastPrice => Points[^1].Price;

    /// <inheritdoc/>
    public override double At(double price)
    {
        var (left, right) = Around(price);
        return right.Price == left.Price
            ? left.Share
            : left.Share + (price - left.Price) * (right.Share - left.Share) / (right.Price - left.Price);
    }

    /// <inheritdoc/>
    public override double SlopeAt(double price)
    {
        var (left, right) = Around(price);
        return right.Price == left.Price ? 0 : (right.Share - left.Share) / (right.Price - left.Price);
    }

    /// <inheritdoc/>
    public override double? PriceAt(double share)
    {
        if (share >= Points[0].Share)
            return 0;
        for (var i = 1; i < Points.Count; i++)
        {
            if (share >= Points[i].Share)
            {
                var (left, right) = (Points[i - 1], Points[i]);
                return left.Price + (share - left.Share) * (right.Price - left.Price) / (right.Share - left.Share);
            }
        }
        return null;
    }

    internal override double KnownTo => LastPrice;

    // Every measured point, and between two of them the vertex of the parabola.
    internal override IReadOnlyList<double> TurnsAt(double cost)
    {
        if (Points[0].Share <= 0)
            return [];
        var turns = new List<double>(2 * Points.Count) { Points[0].Price };
        for (var i = 1; i < Points.Count; i++)
        {
            var (left, right) = (Points[i - 1], Points[i]);
            var choke = left.Price + left.Share * (right.Price - left.Price) / (left.Share - right.Share);
            var vertex = (choke + cost) / 2;
            if (vertex > left.Price && vertex < right.Price)
                turns.Add(vertex);
            turns.Add(right.Price);
        }
        return turns;
    }

    private ((double Price, double Share) Left, (double Price, double Share) Right) Around(double price)
    {
        if (price <= Points[0].Price)
            return (Points[0], Points[0]);
        for (var i = 1; i < Points.Count; i++)
        {
            if (price < Points[i].Price)
                return (Points[i - 1], Points[i]);
        }
        return (Points[^1], Points[^1]);
    }
}
