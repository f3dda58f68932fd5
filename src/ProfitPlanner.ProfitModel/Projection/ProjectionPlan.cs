using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Projection;

/// <summary>
/// How a scenario runs over time. Every amount here is per month, whatever the scenario's period.
/// Source: docs/modelling/projection.md, "The plan".
/// </summary>
public sealed record ProjectionPlan
{
    /// <summary>How far to look [months], 1 to 120.</summary>
    public int Months { get; init; } = 36;

    /// <summary>The first day of month 1; null where the plan has no dates.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>What is in the bank as month 1 begins [currency], at least 0.</summary>
    public Estimate OpeningCash { get; init; }

    /// <summary>What money costs [1 per year], 0 to 10; a month's rate is (1 + r)^(1/12) − 1.</summary>
    public Estimate DiscountRate { get; init; } = 0.1m;

    /// <summary>Share of a month's profit that is paid as tax, once earlier losses are made up for [1], in [0, 1].</summary>
    public Estimate TaxRate { get; init; }

    /// <summary>By how much the potential customers of every segment grow [1 per year], −0.99 to 10.</summary>
    public Estimate MarketGrowth { get; init; }

    /// <summary>How long customers take to pay a bill [months], 0 to 12.</summary>
    public int PaymentDelay { get; init; }

    /// <summary>What brings customers; a segment without any has those of the scenario from the first month.</summary>
    public IReadOnlyList<Channel> Channels { get; init; } = [];

    /// <summary>Costs beside the scenario's fixed costs.</summary>
    public IReadOnlyList<CostLine> CostLines { get; init; } = [];

    /// <summary>Money from investors.</summary>
    public IReadOnlyList<FundingRound> FundingRounds { get; init; } = [];

    /// <summary>By how much sales begin later than the plan says [months]; part of no file (see <see cref="Haircut"/>).</summary>
    internal int SalesDelay { get; init; }

    internal IEnumerable<ScenarioInput> Inputs(string path) =>
    [
        ScenarioInput.Money($"{path}/openingCash", OpeningCash),
        ScenarioInput.Number($"{path}/discountRate", DiscountRate, 0, ScenarioLimits.YearlyRate),
        ScenarioInput.Share($"{path}/taxRate", TaxRate),
        ScenarioInput.Number($"{path}/marketGrowth", MarketGrowth, ScenarioLimits.YearlyDecline, ScenarioLimits.YearlyRate),
        .. Channels.SelectMany(channel => channel.Inputs($"{path}/channels/{channel.Id}")),
        .. CostLines.SelectMany(line => line.Inputs($"{path}/costLines/{line.Id}")),
        .. FundingRounds.Select(round => ScenarioInput.Money($"{path}/fundingRounds/{round.Id}/amount", round.Amount)),
    ];

    internal IEnumerable<ScenarioProblem> Problems(string path) =>
    [
        .. Check.Range($"{path}/months", Months, 1, ScenarioLimits.Months),
        .. Start is { Day: not 1 } ? [new ScenarioProblem($"{path}/start", ProblemKind.NotFirstOfMonth)] : Array.Empty<ScenarioProblem>(),
        .. Check.Range($"{path}/paymentDelay", PaymentDelay, 0, ScenarioLimits.PaymentDelay),
        .. Inputs(path).SelectMany(Check.Input),
        .. Check.Entries($"{path}/channels", Channels.Select(channel => channel.Id)),
        .. Channels.SelectMany(channel => channel.Problems($"{path}/channels/{channel.Id}")),
        .. Check.Entries($"{path}/costLines", CostLines.Select(line => line.Id)),
        .. CostLines.SelectMany(line => line.Problems($"{path}/costLines/{line.Id}")),
        .. Check.Entries($"{path}/fundingRounds", FundingRounds.Select(round => round.Id)),
        .. FundingRounds.SelectMany(round => round.Problems($"{path}/fundingRounds/{round.Id}")),
    ];
}
