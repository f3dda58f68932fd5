namespace ProfitPlanner.ProfitModel.Pricing.Fitting;

/// <summary>
/// Demand from van Westendorp's questions and purchase intent (Newton, Miller &amp; Smith 1993): each respondent's
/// demand runs in straight lines from 0 at the too cheap price over the calibrated intents at the cheap and the
/// expensive price to 0 at the too expensive one. Source: docs/modelling/fitting.md, "Newton, Miller and Smith".
/// </summary>
public sealed record NewtonMillerSmith
{
    private readonly double unitCost;
    private readonly double[] prices;
    private readonly double[] demand;

    private NewtonMillerSmith(PurchaseIntentAnswer[] consistent, int dropped, double unitCost, IntentCalibration calibration)
    {
        this.unitCost = unitCost;
        (Respondents, Dropped, Calibration) = (consistent.Length, dropped, calibration);
        var people = Array.ConvertAll(consistent, a => new (double X, double Y)[]
        {
            (a.Prices.TooCheap, 0),
            (a.Prices.Cheap, calibration.Of(a.AtCheap)),
            (a.Prices.Expensive, calibration.Of(a.AtExpensive)),
            (a.Prices.TooExpensive, 0),
        });
        prices = [.. people.SelectMany(corners => corners.Select(c => c.X)).Distinct().Order()];
        demand = Array.ConvertAll(prices, price => people.Average(corners => Demand(corners, price)));
        Curve = [.. prices.Select(At)];
        BestRevenue = Best(0, p => p.Revenue);
        BestProfit = Best(unitCost, p => p.Profit);
    }

    /// <summary>Consistent respondents, on whom everything rests [respondents].</summary>
    public int Respondents { get; }

    /// <summary>Respondents with prices that do not rise strictly or an intent outside 1 … 5 [respondents].</summary>
    public int Dropped { get; }

    /// <summary>The calibration that was used.</summary>
    public IntentCalibration Calibration { get; }

    /// <summary>Demand, revenue and profit at every price named, rising; demand is straight between them.</summary>
    public IReadOnlyList<IntentPoint> Curve { get; }

    /// <summary>The greatest revenue, between named prices too; of equal ones the lowest price. None where nobody buys.</summary>
    public IntentPoint? BestRevenue { get; }

    /// <summary>The greatest profit, between named prices too; of equal ones the lowest price. None where no price earns.</summary>
    public IntentPoint? BestProfit { get; }

    /// <summary>The curves; none without a consistent respondent.</summary>
    /// <param name="answers">Answers in any order.</param>
    /// <param name="unitCost">Variable cost per customer [currency / (customer · period)].</param>
    /// <param name="calibration">Probability behind each intent [1]; the defaults where none is given.</param>
    public static NewtonMillerSmith? Of(
        IEnumerable<PurchaseIntentAnswer> answers, double unitCost, IntentCalibration? calibration = null)
    {
        var all = answers.ToArray();
        var consistent = Array.FindAll(all, a => a.IsConsistent);
        return consistent.Length == 0 ? null : new(consistent, all.Length - consistent.Length, unitCost, calibration ?? new());
    }

    /// <summary>Demand, revenue and profit at any price [currency / (customer · period)].</summary>
    public IntentPoint At(double price)
    {
        double share = 0;
        if (price >= prices[0] && price <= prices[^1])
        {
            var at = Array.BinarySearch(prices, price);
            share = at >= 0
                ? demand[at]
                : demand[~at - 1] + (demand[~at] - demand[~at - 1]) * (price - prices[~at - 1]) / (prices[~at] - prices[~at - 1]);
        }

        return new(price, share, price * share, (price - unitCost) * share);
    }

    private static double Demand((double X, double Y)[] corners, double price)
    {
        if (price <= corners[0].X || price >= corners[^1].X)
            return 0;
        var right = Array.FindIndex(corners, c => c.X >= price);
        var ((x0, y0), (x1, y1)) = (corners[right - 1], corners[right]);
        return y0 + (y1 - y0) * (price - x0) / (x1 - x0);
    }

    /// <summary>
    /// Between two named prices demand is straight, so that (p − cost) · demand is a parabola: it is greatest at an end,
    /// or at the middle of the cost and the price where the line would reach 0.
    /// </summary>
    private IntentPoint? Best(double cost, Func<IntentPoint, double> value)
    {
        var candidates = new List<IntentPoint>(Curve);
        for (var i = 1; i < prices.Length; i++)
        {
            var slope = (demand[i] - demand[i - 1]) / (prices[i] - prices[i - 1]);
            var top = (cost + prices[i] - demand[i] / slope) / 2;
            if (slope < 0 && top > prices[i - 1] && top < prices[i])
                candidates.Add(At(top));
        }

        return candidates.Where(p => value(p) > 0).OrderBy(p => p.Price).MaxBy(value);
    }
}
