namespace ProfitPlanner.ProfitModel.Pricing.Fitting;

/// <summary>A parameter as data tell it.</summary>
/// <param name="Value">Estimate or posterior mean [the parameter's own].</param>
/// <param name="StandardError">Standard error of the estimate, or posterior standard deviation [the parameter's own].</param>
public readonly record struct FitParameter(double Value, double StandardError);
