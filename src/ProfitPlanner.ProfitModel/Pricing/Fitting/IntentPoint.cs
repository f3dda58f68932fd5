namespace ProfitPlanner.ProfitModel.Pricing.Fitting;

/// <summary>One price of the curves of Newton, Miller and Smith. Source: docs/modelling/fitting.md, "Newton, Miller and Smith".</summary>
/// <param name="Price">The price [currency / (customer · period)].</param>
/// <param name="Demand">Mean probability of buying, "trial" [1].</param>
/// <param name="Revenue">Price · demand [currency / (respondent · period)].</param>
/// <param name="Profit">(Price − unit cost) · demand [currency / (respondent · period)].</param>
public sealed record IntentPoint(double Price, double Demand, double Revenue, double Profit);
