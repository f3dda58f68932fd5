namespace ProfitPlanner.ProfitModel.Pricing.Fitting;

/// <summary>An interval with both ends, in the unit of what it is about.</summary>
/// <param name="Lower">Lower end [of what it is about].</param>
/// <param name="Upper">Upper end [of what it is about].</param>
public readonly record struct Interval(double Lower, double Upper);
