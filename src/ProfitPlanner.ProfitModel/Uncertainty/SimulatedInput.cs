namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>An uncertain number that a simulation drew.</summary>
/// <param name="Path">Which.</param>
/// <param name="Clamped">The share of the draws that lay outside the number's range and were taken as its end [1].</param>
public sealed record SimulatedInput(string Path, double Clamped);
