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
    Estimate BaseFee, Estimate IncludedCalls, Estimate CallsPerCustomer, Estimate PricePerExtraCall) : RevenueModel
{
    /// <summary>Calls beyond the allowance [calls per customer per period].</summary>
    public decimal ExtraCalls => Math.Max(0, CallsPerCustomer - IncludedCalls);

    /// <inheritdoc/>
    public override decimal PerCustomer => BaseFee + ExtraCalls * PricePerExtraCall;

    /// <inheritdoc/>
    public override RevenueModel? At(decimal perCustomer) =>
        Quotient.Of(perCustomer, PerCustomer) is { } factor ? this with { BaseFee = BaseFee * factor, PricePerExtraCall = PricePerExtraCall * factor } : null;

    internal override IEnumerable<ScenarioInput> Inputs(string path) =>
    [
        ScenarioInput.Money($"{path}/baseFee", BaseFee),
        ScenarioInput.Count($"{path}/includedCalls", IncludedCalls),
        ScenarioInput.Count($"{path}/callsPerCustomer", CallsPerCustomer),
        ScenarioInput.Money($"{path}/pricePerExtraCall", PricePerExtraCall),
    ];

    internal override double PerCustomerOf(ReadOnlySpan<double> inputs) => inputs[0] + Math.Max(0, inputs[2] - inputs[1]) * inputs[3];
}
