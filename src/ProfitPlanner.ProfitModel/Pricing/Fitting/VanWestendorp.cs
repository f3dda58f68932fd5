namespace ProfitPlanner.ProfitModel.Pricing.Fitting;

/// <summary>
/// Van Westendorp's price sensitivity meter (1976). It has no theory of demand behind it and invites low answers: it
/// gives a range, never "the" price. Source: docs/modelling/fitting.md, "Van Westendorp".
/// </summary>
public sealed record VanWestendorp
{
    private VanWestendorp(PriceSensitivityAnswer[] consistent, int dropped)
    {
        (Respondents, Dropped) = (consistent.Length, dropped);
        double[] tooCheap = [.. consistent.Select(a => a.TooCheap).Order()],
            cheap = [.. consistent.Select(a => a.Cheap).Order()],
            expensive = [.. consistent.Select(a => a.Expensive).Order()],
            tooExpensive = [.. consistent.Select(a => a.TooExpensive).Order()];
        Curves = [.. tooCheap.Concat(cheap).Concat(expensive).Concat(tooExpensive).Distinct().Order().Select(price =>
            new PriceSensitivityShares(
                price, 1 - UpTo(tooCheap, price), 1 - UpTo(cheap, price), UpTo(expensive, price), UpTo(tooExpensive, price)))];
        OptimalPrice = Cross(c => c.TooExpensive, c => c.TooCheap);
        IndifferencePrice = Cross(c => c.Expensive, c => c.Cheap);
        Standard = new(
            AcceptableRangeDefinition.Standard, Cross(c => c.NotCheap, c => c.TooCheap), Cross(c => c.TooExpensive, c => c.NotExpensive));
        Alternative = new(
            AcceptableRangeDefinition.Alternative, Cross(c => c.Expensive, c => c.TooCheap), Cross(c => c.TooExpensive, c => c.Cheap));
    }

    /// <summary>Consistent respondents, on whom everything rests [respondents].</summary>
    public int Respondents { get; }

    /// <summary>Respondents whose four prices do not rise strictly, and who were dropped [respondents].</summary>
    public int Dropped { get; }

    /// <summary>Whether there are as many respondents as advised.</summary>
    public RespondentAdvice Advice =>
        Respondents < 150 ? RespondentAdvice.Few : Respondents <= 300 ? RespondentAdvice.Advised : RespondentAdvice.Many;

    /// <summary>The four curves at every price that was named, prices rising.</summary>
    public IReadOnlyList<PriceSensitivityShares> Curves { get; }

    /// <summary>Optimal price point, OPP: too expensive × too cheap.</summary>
    public CurveCrossing OptimalPrice { get; }

    /// <summary>Indifference price point, IDP: expensive × cheap.</summary>
    public CurveCrossing IndifferencePrice { get; }

    /// <summary>The acceptable range as van Westendorp defined it.</summary>
    public AcceptableRange Standard { get; }

    /// <summary>The acceptable range as many later texts define it.</summary>
    public AcceptableRange Alternative { get; }

    /// <summary>The meter's reading; none without a consistent respondent.</summary>
    public static VanWestendorp? Of(IEnumerable<PriceSensitivityAnswer> answers)
    {
        var all = answers.ToArray();
        var consistent = Array.FindAll(all, a => a.IsConsistent);
        return consistent.Length == 0 ? null : new(consistent, all.Length - consistent.Length);
    }

    /// <summary>F(price): the share of the sorted prices that are not above it.</summary>
    private static double UpTo(double[] sorted, double price)
    {
        int from = 0, to = sorted.Length;
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = sorted[middle] <= price ? (middle + 1, to) : (from, middle);
        }

        return (double)from / sorted.Length;
    }

    /// <summary>There always is a crossing: at the highest price named, rising curves are at 1 and falling ones at 0.</summary>
    private CurveCrossing Cross(Func<PriceSensitivityShares, double> rising, Func<PriceSensitivityShares, double> falling)
    {
        // Shares are multiples of 1/n: a difference below rounding is none.
        double Difference(PriceSensitivityShares shares)
        {
            var difference = rising(shares) - falling(shares);
            return Math.Abs(difference) < 1e-12 ? 0 : difference;
        }

        var at = 0;
        while (Difference(Curves[at]) < 0)
            at++;
        var price = Curves[at].Price;
        if (at == 0)
            return new(price, price);
        double before = Difference(Curves[at - 1]), after = Difference(Curves[at]), from = Curves[at - 1].Price;
        return new(price, from + (price - from) * -before / (after - before));
    }
}
