namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>
/// A business customer pays for each of its own customers (per customer, in the words of the page):
/// p = end customers · price per end customer. Source: docs/modelling.md, "Business models".
/// </summary>
/// <param name="EndCustomers">Customers of one business customer [end customers per customer], at least 0.</param>
/// <param name="PricePerEndCustomer">Price of each [currency per end customer per period], at least 0.</param>
public sealed record PerEndCustomer(decimal EndCustomers, decimal PricePerEndCustomer) : RevenueModel
{
    /// <inheritdoc/>
    public override decimal PerCustomer => EndCustomers * PricePerEndCustomer;

    internal override IEnumerable<ScenarioProblem> Problems(string path) =>
    [
        .. Check.Quantity($"{path}/endCustomers", EndCustomers),
        .. Check.Money($"{path}/pricePerEndCustomer", PricePerEndCustomer),
    ];
}
