namespace ProfitPlanner.ProfitModel.Pricing.Fitting;

/// <summary>Whether one respondent would buy at one price. Source: docs/modelling/fitting.md, "Gabor-Granger".</summary>
/// <param name="Respondent">Tells respondents apart.</param>
/// <param name="Price">The price shown [currency / (customer · period)], above 0.</param>
/// <param name="Accepts">Whether the respondent would buy.</param>
public readonly record struct GaborGrangerAnswer(string Respondent, double Price, bool Accepts);
