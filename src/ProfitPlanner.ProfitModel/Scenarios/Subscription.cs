namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>A price per period, whatever the use: p = price. Source: docs/modelling.md, "Business models".</summary>
/// <param name="Price">Price [currency per customer per period], at least 0.</param>
public sealed record Subscription(Estimate Price) : RevenueModel
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
