namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>A price for each use: p = units · unit price. Source: docs/modelling.md, "Business models".</summary>
/// <param name="UnitsPerCustomer">Uses by one customer [units per customer per period], at least 0.</param>
/// <param name="UnitPrice">Price of one use [currency per unit], at least 0.</param>
public sealed record PerUse(decimal UnitsPerCustomer, decimal UnitPrice) : RevenueModel
{
    /// <inheritdoc/>
    public override decimal PerCustomer => UnitsPerCustomer * UnitPrice;

    internal override IEnumerable<ScenarioProblem> Problems(string path) =>
    [
        .. Check.Quantity($"{path}/unitsPerCustomer", UnitsPerCustomer),
        .. Check.Money($"{path}/unitPrice", UnitPrice),
    ];
}
