namespace ProfitPlanner.ProfitModel.Pricing.Fitting;

/// <summary>
/// Demand from the question "would you buy at this price?", asked at several prices (Gabor &amp; Granger 1966).
/// Source: docs/modelling/fitting.md, "Gabor-Granger".
/// </summary>
public sealed record GaborGranger
{
    private GaborGranger(IReadOnlyList<PriceObservation> observations, double unitCost, int respondents, double answers, int inconsistent)
    {
        Observations = observations;
        Respondents = respondents;
        DesignEffect = Math.Max(1, respondents == 0 ? 1 : answers / respondents);
        Inconsistent = inconsistent;
        Points = [.. observations.Select(o =>
        {
            var share = (double)o.Bought / o.Offered;
            return new GaborGrangerPoint(
                o.Price, o.Offered, o.Bought, share, Wilson.Of(o.Bought, o.Offered, 0.95), o.Price * share, (o.Price - unitCost) * share);
        })];
    }

    /// <summary>Tested prices with at least one answer, rising.</summary>
    public IReadOnlyList<GaborGrangerPoint> Points { get; }

    /// <summary>The tested price of the greatest revenue; of equal ones the lowest. None where nobody would buy.</summary>
    public GaborGrangerPoint? BestRevenue => Points.Where(p => p.Revenue > 0).MaxBy(p => p.Revenue);

    /// <summary>The tested price of the greatest profit; of equal ones the lowest. None where no tested price earns.</summary>
    public GaborGrangerPoint? BestProfit => Points.Where(p => p.Profit > 0).MaxBy(p => p.Profit);

    /// <summary>The answers as observations to fit a curve to, together with <see cref="DesignEffect"/>.</summary>
    public IReadOnlyList<PriceObservation> Observations { get; }

    /// <summary>Respondents who answered [respondents].</summary>
    public int Respondents { get; }

    /// <summary>
    /// Answers per respondent [1]. One respondent's answers are not independent; counting them as one answer in all is
    /// the cautious end. It is the design effect for <see cref="DemandFit.Of"/>.
    /// </summary>
    public double DesignEffect { get; }

    /// <summary>
    /// Respondents who refused a price and accepted a higher one [respondents]. Their answers are counted as given.
    /// </summary>
    public int Inconsistent { get; }

    /// <summary>From each respondent's highest accepted price among prices that everyone was shown.</summary>
    /// <param name="testedPrices">All prices shown [currency / (customer · period)], in any order.</param>
    /// <param name="highestAccepted">
    /// For each respondent the highest accepted price [currency / (customer · period)], or none where all were refused.
    /// A respondent accepts every tested price up to it.
    /// </param>
    /// <param name="unitCost">Variable cost per customer [currency / (customer · period)].</param>
    /// <exception cref="ArgumentOutOfRangeException">A tested price is not above 0.</exception>
    public static GaborGranger OfHighestAccepted(
        IEnumerable<double> testedPrices, IEnumerable<double?> highestAccepted, double unitCost)
    {
        var highest = highestAccepted.ToArray();
        PriceObservation[] observations = [.. testedPrices
            .Distinct()
            .Order()
            .Select(price => new PriceObservation(price, highest.Length, highest.Count(h => h >= price)))
            .Where(o => o.Offered > 0)];
        return new(observations, unitCost, highest.Length, (double)highest.Length * observations.Length, 0);
    }

    /// <summary>From yes and no at each price that a respondent was shown.</summary>
    /// <param name="answers">One answer for each respondent and price, in any order.</param>
    /// <param name="unitCost">Variable cost per customer [currency / (customer · period)].</param>
    /// <exception cref="ArgumentOutOfRangeException">A price is not above 0.</exception>
    public static GaborGranger OfAnswers(IEnumerable<GaborGrangerAnswer> answers, double unitCost)
    {
        var all = answers.ToArray();
        var respondents = all.GroupBy(a => a.Respondent, StringComparer.Ordinal).ToArray();
        return new(
            [.. all
                .GroupBy(a => a.Price)
                .OrderBy(g => g.Key)
                .Select(g => new PriceObservation(g.Key, g.Count(), g.Count(a => a.Accepts)))],
            unitCost,
            respondents.Length,
            all.Length,
            respondents.Count(r => r.Any(no => !no.Accepts && r.Any(yes => yes.Accepts && yes.Price > no.Price))));
    }
}
