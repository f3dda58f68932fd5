namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>
/// A one-time price, counted once, in the period of the sale: p = price, and αᵢ·Nᵢ are the buyers of that period.
/// Source: docs/modelling.md, "Business models".
/// </summary>
/// <param name="Price">One-time price [currency per customer], at least 0.</param>
public sealed record DirectSale(decimal Price) : RevenueModel
{
    /// <inheritdoc/>
    public override decimal PerCustomer => Price;

    internal override IEnumerable<ScenarioProblem> Problems(string path) => Check.Money($"{path}/price", Price);
}
