using ProfitPlanner.ProfitModel.Pricing;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Decisions;

/// <summary>Decisions that founders face, as alternatives. Source: docs/modelling/value-of-information.md, "Decisions".</summary>
public static class Choices
{
    // Around today's price, for want of other candidates.
    private static readonly decimal[] Factors = [0.8m, 0.9m, 1.1m, 1.2m];

    /// <summary>To launch the scenario, or to do nothing.</summary>
    public static IReadOnlyList<Alternative> LaunchOrNot(Scenario scenario) =>
        [new Alternative(AlternativeKind.AsPlanned, scenario), new Alternative(AlternativeKind.Nothing, null)];

    /// <summary>
    /// Which price to ask of a segment; conversion follows by its demand curve. None where the segment has no such
    /// curve, or its business model no price to move.
    /// </summary>
    /// <param name="scenario">The scenario; today's price is one of the alternatives.</param>
    /// <param name="segmentId">Whose price.</param>
    /// <param name="prices">
    /// Candidates [currency per customer per period]; null takes the best by the curve as it is reckoned with, and 10 and
    /// 20 % around today's, within the prices that the segment allows.
    /// </param>
    /// <exception cref="ArgumentException">The scenario has no such segment.</exception>
    public static IReadOnlyList<Alternative> WhichPrice(Scenario scenario, Guid segmentId, IReadOnlyList<decimal>? prices = null)
    {
        var segment = scenario.Segments.FirstOrDefault(each => each.Id == segmentId)
            ?? throw new ArgumentException($"The scenario has no segment {segmentId}.", nameof(segmentId));
        var today = segment.Revenue.PerCustomer;
        if (segment.Demand is null || segment.Revenue.At(today) is null)
            return [];

        prices ??= [.. Best(scenario, segment), .. Factors.Select(factor => Math.Round(today * factor, scenario.Currency.Decimals)).Where(price => IsAllowed(segment, price))];
        return
        [
            new Alternative(AlternativeKind.AsPlanned, scenario, today),
            .. prices.Where(price => price != today).Distinct().Order()
                .Select(price => new Alternative(AlternativeKind.AtPrice, At(scenario, segment, price), price)),
        ];
    }

    /// <summary>Which of several scenarios to go for. Numbers of the same path and distribution are the same number.</summary>
    public static IReadOnlyList<Alternative> WhichScenario(IEnumerable<Scenario> scenarios) =>
        [.. scenarios.Select(scenario => new Alternative(AlternativeKind.AsPlanned, scenario))];

    private static IEnumerable<decimal> Best(Scenario scenario, Segment segment) =>
        scenario.OptimisePrices().Segments.Where(price => price.Id == segment.Id && price.Reason is null)
            .Select(price => Math.Round(price.BestPrice, scenario.Currency.Decimals));

    private static bool IsAllowed(Segment segment, decimal price) =>
        price >= (segment.PriceRange?.Lowest ?? 0) && price <= (segment.PriceRange?.Highest ?? decimal.MaxValue);

    private static Scenario At(Scenario scenario, Segment segment, decimal price) => scenario with
    {
        Segments = [.. scenario.Segments.Select(each => each.Id == segment.Id ? each with { Revenue = each.Revenue.At(price)! } : each)],
    };
}
