namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>One point of a <see cref="ProfitCurve"/>.</summary>
/// <param name="X">Value of the lever [its unit].</param>
/// <param name="Profit">Profit of the whole scenario there [currency per period].</param>
public readonly record struct CurvePoint(decimal X, decimal Profit);
