namespace ProfitPlanner.ProfitModel.Pricing.Fitting;

/// <summary>
/// Where a rising and a falling curve meet, read in both usual ways. Source: docs/modelling/fitting.md, "Van Westendorp".
/// </summary>
/// <param name="Step">The first named price at which the rising curve has reached the falling one [currency / (customer · period)].</param>
/// <param name="Linear">The crossing with straight lines between named prices [currency / (customer · period)].</param>
public readonly record struct CurveCrossing(double Step, double Linear);
