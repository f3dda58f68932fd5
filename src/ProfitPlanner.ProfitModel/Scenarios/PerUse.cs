namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>A price for each use: p = units · unit price. Source: docs/modelling.md, "Business models".</summary>
/// <param name="UnitsPerCustomer">Uses by one customer [units per customer per period], at least 0.</param>
/// <param name="UnitPrice">Price of one use [currency per unit], at least 0.</param>
public sealed record PerUse(Estimate UnitsPerCustomer, Estimate UnitPrice) : RevenueModel
{
    /// <inheritdoc/>
    public override decimal PerCustomer => UnitsPerCustomer * UnitPrice;

    /// <inheritdoc/>
    public override RevenueModel? At(decimal perCustomer) =>
        Quotient.Of(perCustomer, UnitsPerCustomer) is { } price ? this with { UnitPrice = price } : null;

    internal override IEnumerable<ScenarioInput> Inputs(string path) =>
    [
        ScenarioInput.Count($"{path}/unitsPerCustomer", UnitsPerCustomer),
        ScenarioInput.Money($"{path}/unitPrice", UnitPrice),
    ];

    internal override double PerCustomerOf(ReadOnlySpan<double> inputs) => inputs[0] * inputs[1];
}
