namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>
/// A base fee with an allowance of calls: p = base fee + max(0, calls − included calls) · price per extra call.
/// Source: docs/modelling.md, "Business models".
/// </summary>
/// <param name="BaseFee">Fee that every customer pays [currency per customer per period], at least 0.</param>
/// <param name="IncludedCalls">Calls that the fee covers [calls per customer per period], at least 0.</param>
/// <param name="CallsPerCustomer">Calls that a customer makes [calls per customer per period], at least 0.</param>
/// <param name="PricePerExtraCall">Price beyond the allowance [currency per call], at least 0.</param>
public sealed record ApiService(
    decimal BaseFee, decimal IncludedCalls, decimal CallsPerCustomer, decimal PricePerExtraCall) : RevenueModel
{
    /// <summary>Calls beyond the allowance [calls per customer per period].</summary>
    public decimal ExtraCalls => Math.Max(0, CallsPerCustomer - IncludedCalls);

    /// <inheritdoc/>
    public override decimal PerCustomer => BaseFee + ExtraCalls * PricePerExtraCall;

    internal override IEnumerable<ScenarioProblem> Problems(string path) =>
    [
        .. Check.Money($"{path}/baseFee", BaseFee),
        .. Check.Quantity($"{path}/includedCalls", IncludedCalls),
        .. Check.Quantity($"{path}/callsPerCustomer", CallsPerCustomer),
        .. Check.Money($"{path}/pricePerExtraCall", PricePerExtraCall),
    ];
}
