using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Web.Pages.Scenarios;

/// <summary>One row of the table of fixed costs.</summary>
public sealed record FixedCostView(FixedCost FixedCost, Provenance? Why)
{
    public static IEnumerable<FixedCostView> Of(Scenario scenario) =>
        scenario.FixedCosts.Select(c => new FixedCostView(c, scenario.Provenance.GetValueOrDefault($"fixedCosts/{c.Id}/amount")));

    /// <summary>An empty row; see <see cref="SegmentView.NewId"/>.</summary>
    public static FixedCostView New { get; } = new(new FixedCost { Id = SegmentView.NewId, Name = "" }, null);
}
