using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Projection;

/// <summary>
/// What becomes of a segment's customers, month by month whatever the scenario's period. A segment of direct sales
/// keeps nobody: of its lifecycle only the refund rate and the price changes count.
/// Source: docs/modelling/projection.md, "Customers who stay".
/// </summary>
public sealed record Lifecycle
{
    /// <summary>
    /// Customers as month 1 begins [customers], at least 0; null takes the scenario's α·N where no channel brings any,
    /// and else none.
    /// </summary>
    public Estimate? OpeningCustomers { get; init; }

    /// <summary>Share of the customers who leave in a month [1 per month], in [0, 1]; passed over where there is a retention curve.</summary>
    public Estimate Churn { get; init; }

    /// <summary>
    /// Shares of new customers who are still there after 1, 2, 3 … months [1], falling, in [0, 1]; it goes on by its last
    /// ratio. Empty where churn is the same at any age.
    /// </summary>
    public IReadOnlyList<decimal> Retention { get; init; } = [];

    /// <summary>What customers who stay pay more each month [1 of their revenue, per month], in [0, 1].</summary>
    public Estimate Expansion { get; init; }

    /// <summary>What customers who stay pay less each month [1 of their revenue, per month], in [0, 1].</summary>
    public Estimate Contraction { get; init; }

    /// <summary>Share of new customers who pay a year in advance and stay for it [1], in [0, 1].</summary>
    public Estimate AnnualShare { get; init; }

    /// <summary>What they are let off for it [1], in [0, 1].</summary>
    public Estimate AnnualDiscount { get; init; }

    /// <summary>Share of what is billed that is paid back [1], in [0, 1].</summary>
    public Estimate RefundRate { get; init; }

    /// <summary>New prices.</summary>
    public IReadOnlyList<PriceChange> PriceChanges { get; init; } = [];

    internal IEnumerable<ScenarioInput> Inputs(string path)
    {
        if (OpeningCustomers is { } opening)
            yield return ScenarioInput.Count($"{path}/openingCustomers", opening);
        if (Retention.Count == 0)
            yield return ScenarioInput.Share($"{path}/churn", Churn);
        yield return ScenarioInput.Share($"{path}/expansion", Expansion);
        yield return ScenarioInput.Share($"{path}/contraction", Contraction);
        yield return ScenarioInput.Share($"{path}/annualShare", AnnualShare);
        yield return ScenarioInput.Share($"{path}/annualDiscount", AnnualDiscount);
        yield return ScenarioInput.Share($"{path}/refundRate", RefundRate);
        foreach (var change in PriceChanges)
            yield return ScenarioInput.Money($"{path}/priceChanges/{change.Id}/price", change.Price);
    }

    internal IEnumerable<ScenarioProblem> Problems(string path) =>
    [
        // What a retention curve replaces is kept, and must be sound to take its place again.
        .. Retention.Count == 0 ? [] : Check.Input(ScenarioInput.Share($"{path}/churn", Churn)),
        .. Check.Curve($"{path}/retention", Retention),
        .. Check.Entries($"{path}/priceChanges", PriceChanges.Select(change => change.Id)),
        .. PriceChanges.SelectMany(change => Check.Range($"{path}/priceChanges/{change.Id}/month", change.Month, 1, ScenarioLimits.Months)),
        .. PriceChanges.Count == PriceChanges.DistinctBy(change => change.Month).Count()
            ? Array.Empty<ScenarioProblem>()
            : [new ScenarioProblem($"{path}/priceChanges", ProblemKind.SameMonth)],
    ];
}
