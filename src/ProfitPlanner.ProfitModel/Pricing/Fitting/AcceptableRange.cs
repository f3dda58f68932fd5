namespace ProfitPlanner.ProfitModel.Pricing.Fitting;

/// <summary>The range of acceptable prices under one definition. Source: docs/modelling/fitting.md, "Van Westendorp".</summary>
/// <param name="Definition">Which curves were crossed.</param>
/// <param name="MarginalCheapness">Lower end, PMC [currency / (customer · period)].</param>
/// <param name="MarginalExpensiveness">Upper end, PME [currency / (customer · period)].</param>
public sealed record AcceptableRange(
    AcceptableRangeDefinition Definition, CurveCrossing MarginalCheapness, CurveCrossing MarginalExpensiveness);
