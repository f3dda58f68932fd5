namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>A price per period, whatever the use: p = price. Source: docs/modelling.md, "Business models".</summary>
/// <param name="Price">Price [currency per customer per period], at least 0.</param>
public sealed record Subscription(decimal Price) : RevenueModel
{
    /// <inheritdoc/>
    public override decimal PerCustomer => Price;

    internal override IEnumerable<ScenarioProblem> Problems(string path) => Check.Money($"{path}/price", Price);
}
