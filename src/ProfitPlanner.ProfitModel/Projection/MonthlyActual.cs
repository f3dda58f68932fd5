using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Projection;

/// <summary>What really happened in a month; null is not known.</summary>
public sealed record MonthlyActual
{
    /// <summary>Tells months apart; <see cref="Of"/> gives the same month the same id, whoever enters it.</summary>
    public required Guid Id { get; init; }

    /// <summary>The first day of the month; one entry a month.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>Revenue of the month [currency], at least 0.</summary>
    public decimal? Revenue { get; init; }

    /// <summary>Customers as the month ends; of direct sales the buyers of the month [customers], at least 0.</summary>
    public decimal? Customers { get; init; }

    /// <summary>Customers won in the month, buyers included [customers], at least 0.</summary>
    public decimal? NewCustomers { get; init; }

    /// <summary>Customers lost in the month [customers], at least 0.</summary>
    public decimal? LostCustomers { get; init; }

    /// <summary>Cost of serving and keeping customers in the month [currency], at least 0.</summary>
    public decimal? VariableCost { get; init; }

    /// <summary>The scenario's fixed costs of the month, without the plan's cost lines [currency], at least 0.</summary>
    public decimal? FixedCost { get; init; }

    /// <summary>Cash as the month ends [currency].</summary>
    public decimal? Cash { get; init; }

    /// <summary>A month of which nothing is known yet, with the id that this month always has.</summary>
    public static MonthlyActual Of(DateOnly month) => new()
    {
        Id = new Guid((uint)(month.Year * 12 + month.Month), 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 1),
        Month = new DateOnly(month.Year, month.Month, 1),
    };

    internal IEnumerable<ScenarioProblem> Problems(string path)
    {
        if (Month.Day != 1)
            yield return new ScenarioProblem($"{path}/month", ProblemKind.NotFirstOfMonth);
        foreach (var problem in Check.Money($"{path}/revenue", Revenue ?? 0)
            .Concat(Check.Range($"{path}/customers", Customers ?? 0, 0, ScenarioLimits.Quantity))
            .Concat(Check.Range($"{path}/newCustomers", NewCustomers ?? 0, 0, ScenarioLimits.Quantity))
            .Concat(Check.Range($"{path}/lostCustomers", LostCustomers ?? 0, 0, ScenarioLimits.Quantity))
            .Concat(Check.Money($"{path}/variableCost", VariableCost ?? 0))
            .Concat(Check.Money($"{path}/fixedCost", FixedCost ?? 0))
            .Concat(Check.Range($"{path}/cash", Cash ?? 0, -ScenarioLimits.Money, ScenarioLimits.Money)))
        {
            yield return problem;
        }
    }
}
