using Microsoft.Extensions.Localization;
using ProfitPlanner.ProfitModel.Pricing;
using ProfitPlanner.ProfitModel.Pricing.Fitting;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.ProfitModel.Uncertainty;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Pricing;

/// <summary>A curve that the data offer, ready to be saved.</summary>
/// <param name="Name">Which, in forms.</param>
/// <param name="Rank">Rank correlation of its two numbers [1]; null where there are none.</param>
internal sealed record DemandChoice(string Name, PriceDemand Demand, decimal? Rank);

/// <summary>What pasted data say of demand.</summary>
public sealed class DemandReading
{
    internal static readonly DemandReading TooLong = new() { IsTooLong = true };

    public bool IsTooLong { get; private init; }

    /// <summary>The first line that cannot be read, from 1; null where all can.</summary>
    public int? WrongLine { get; private init; }

    public IReadOnlyList<PriceObservation> Observations { get; private init; } = [];

    /// <summary>Every kind of curve, the likeliest first; null for a price meter.</summary>
    public DemandFitComparison? Fits { get; private init; }

    /// <summary>What is known of a logit curve, with a weak opinion beforehand; null where the data say nothing of one.</summary>
    public DemandPosterior? Posterior { get; private init; }

    public IReadOnlyList<IsotonicPoint> Points { get; private init; } = [];

    public VanWestendorp? Meter { get; private init; }

    public NewtonMillerSmith? Intents { get; private init; }

    internal static DemandReading Of(SurveyData data, SurveyKind kind, double unitCost)
    {
        if (data.WrongLine is { } line)
            return new DemandReading { WrongLine = line };
        if (kind == SurveyKind.VanWestendorp)
        {
            return new DemandReading
            {
                Meter = VanWestendorp.Of(data.Answers.Select(answer => answer.Prices)),
                Intents = data.HasIntents ? NewtonMillerSmith.Of(data.Answers, unitCost) : null,
            };
        }
        // Of a survey each respondent has answered at every price: the answers of one count as one.
        var prices = data.Observations.Select(o => o.Price).Distinct().Count();
        var effect = kind == SurveyKind.GaborGranger ? Math.Max(1, prices) : 1;
        return new DemandReading
        {
            Observations = data.Observations,
            Fits = DemandFitComparison.Of(data.Observations, effect),
            Posterior = DemandPosterior.Of(data.Observations, effect),
            Points = IsotonicDemand.Fit(data.Observations),
        };
    }

    /// <summary>The curve of a name that a form gives; null where the data offer none of it.</summary>
    internal DemandChoice? Choice(string? name) => Choices().FirstOrDefault(choice => choice.Name == name);

    internal IEnumerable<DemandChoice> Choices()
    {
        foreach (var fit in (Fits?.Ranked ?? []).Select(ranked => ranked.Fit).OfType<FittedDemand>())
            yield return new DemandChoice(fit.Kind.ToString(), Curve(fit.Kind, fit.First, fit.Second), Rank(fit.Correlation));
        if (Posterior is { } posterior)
            yield return new DemandChoice("Posterior", Curve(DemandFitKind.Logit, posterior.Intercept, posterior.Slope), Rank(posterior.Correlation));
        if (Points.Count >= 2)
        {
            yield return new DemandChoice(
                "Empirical", new EmpiricalDemand([.. Points.Select(p => new DemandPoint((decimal)p.Price, (decimal)p.Conversion))]), null);
        }
        if (Intents is { } intents)
        {
            // From its peak on: below it people doubt the quality, and demand would rise with the price.
            var falling = intents.Curve.SkipWhile(p => p.Demand < intents.Curve.Max(q => q.Demand)).ToList();
            if (falling.Count >= 2)
                yield return new DemandChoice("Intents", new EmpiricalDemand([.. falling.Select(p => new DemandPoint((decimal)p.Price, (decimal)p.Demand))]), null);
        }
    }

    /// <summary>What a founder reads later of where the numbers came from.</summary>
    internal string Reason(IStringLocalizer<PricingTexts> texts, DemandChoice choice) =>
        Observations.Count > 0
            ? texts["ReasonFit", texts[$"Choice.{choice.Name}"].Value, Observations.Select(o => o.Price).Distinct().Count(),
                Format.Number(Observations.Sum(o => o.Offered)), Format.Number(Observations.Sum(o => o.Bought))]
            : texts["ReasonIntents", Intents?.Respondents ?? 0];

    private static PriceDemand Curve(DemandFitKind kind, FitParameter first, FitParameter second)
    {
        var (one, two) = (Number(first), Number(second));
        return kind switch
        {
            DemandFitKind.Logit => new LogitDemand(one, two),
            DemandFitKind.Linear => new LinearDemand(one, two),
            DemandFitKind.ConstantElasticity => new ConstantElasticityDemand(one, two),
            _ => new LognormalDemand(one, two),
        };
    }

    private static Estimate Number(FitParameter parameter) =>
        new(new NormalDistribution(Rounded(parameter.Value), Rounded(parameter.StandardError)));

    // More digits than this say nothing, and are hard to read.
    private static double Rounded(double number) => double.Parse(number.ToString("G9", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture);

    private static decimal Rank(double correlation) =>
        Math.Clamp(Correlation.RankOf(correlation), -ScenarioLimits.RankCorrelation, ScenarioLimits.RankCorrelation);
}
