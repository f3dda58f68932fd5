namespace ProfitPlanner.ProfitModel.Projection;

/// <summary>What a projection comes to. Source: docs/modelling/projection.md, "The summary".</summary>
public sealed record ProjectionSummary
{
    /// <summary>Profit of all months [currency].</summary>
    public required double Profit { get; init; }

    /// <summary>The least cash at the end of a month [currency].</summary>
    public required double LowestCash { get; init; }

    /// <summary>The first month that ends with it [month].</summary>
    public required int LowestCashMonth { get; init; }

    /// <summary>The least that all months so far add up to in profit, and not above 0 [currency].</summary>
    public required double LowestCumulativeProfit { get; init; }

    /// <summary>How long the cash lasts [months], a part of a month as though it went evenly; null where it lasts to the end of the plan.</summary>
    public double? RunwayMonths { get; init; }

    /// <summary>The first month with a profit [month]; null where there is none.</summary>
    public int? BreakEvenMonth { get; init; }

    /// <summary>The first month from which on all months so far never add up to a loss [month]; null where they do at the end.</summary>
    public int? PaidBackMonth { get; init; }

    /// <summary>Net present value of the operating cash flows, month t discounted t months [currency].</summary>
    public required double NetPresentValue { get; init; }

    /// <summary>Rates at which that value is zero [1 per month]; several or none where the flows change sign more than once.</summary>
    public required RatesOfReturn RatesOfReturn { get; init; }

    /// <summary>What one customer brings and costs, all segments but direct sales together, by their new customers; null without any.</summary>
    public SegmentEconomics? Economics { get; init; }
}
