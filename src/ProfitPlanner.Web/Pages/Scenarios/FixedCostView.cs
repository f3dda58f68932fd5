using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Web.Pages.Scenarios;

/// <summary>One row of the table of fixed costs.</summary>
public sealed record FixedCostView(FixedCost FixedCost, Provenance? Why)
{
    public static IEnumerable<FixedCostView> Of(Scenario scenario) =>
        scenario.FixedCosts.Select(c => new FixedCostView(c, scenario.Provenance.GetValueOrDefault($"fixedCosts/{c.Id}/amount")));

    /// <summary>The row that a scenario gets when a fixed cost is added; see <see cref="FormFields.New"/>.</summary>
    public static FixedCostView New(string name) => new(new FixedCost { Id = FormFields.New, Name = name }, null);
}
