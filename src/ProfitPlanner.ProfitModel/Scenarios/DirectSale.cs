namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>
/// A one-time price, counted once, in the period of the sale: p = price, and αᵢ·Nᵢ are the buyers of that period.
/// Source: docs/modelling.md, "Business models".
/// </summary>
/// <param name="Price">One-time price [currency per customer], at least 0.</param>
public sealed record DirectSale(Estimate Price) : RevenueModel
{
    /// <inheritdoc/>
    public override decimal PerCustomer => Price;

    /// <inheritdoc/>
    public override RevenueModel? At(decimal perCustomer) =>
        this with { Price = perCustomer };

    internal override IEnumerable<ScenarioInput> Inputs(string path) =>
        [ScenarioInput.Money($"{path}/price", Price)];

    internal override double PerCustomerOf(ReadOnlySpan<double> inputs) => inputs[0];
}
