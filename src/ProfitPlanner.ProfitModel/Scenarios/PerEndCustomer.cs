namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>
/// A business customer pays for each of its own customers (per customer, in the words of the page):
/// p = end customers · price per end customer. Source: docs/modelling.md, "Business models".
/// </summary>
/// <param name="EndCustomers">Customers of one business customer [end customers per customer], at least 0.</param>
/// <param name="PricePerEndCustomer">Price of each [currency per end customer per period], at least 0.</param>
public sealed record PerEndCustomer(Estimate EndCustomers, Estimate PricePerEndCustomer) : RevenueModel
{
    /// <inheritdoc/>
    public override decimal PerCustomer => EndCustomers * PricePerEndCustomer;

    /// <inheritdoc/>
    public override RevenueModel? At(decimal perCustomer) =>
        Quotient.Of(perCustomer, EndCustomers) is { } price ? this with { PricePerEndCustomer = price } : null;

    internal override IEnumerable<ScenarioInput> Inputs(string path) =>
    [
        ScenarioInput.Count($"{path}/endCustomers", EndCustomers),
        ScenarioInput.Money($"{path}/pricePerEndCustomer", PricePerEndCustomer),
    ];

    internal override double PerCustomerOf(ReadOnlySpan<double> inputs) => inputs[0] * inputs[1];
}
