using ProfitPlanner.ProfitModel.Pricing.Fitting;

namespace ProfitPlanner.ProfitModel.Experiments;

/// <summary>
/// A difference between two arms that may be looked at after every visitor. Source: docs/modelling/experiments.md,
/// "Stopping early".
/// </summary>
/// <param name="Difference">Variant less control [conversion: 1; profit: currency / visitor]; 0 before there are enough buyers.</param>
/// <param name="P">Always-valid p-value [1] of no difference; 1 before there are enough buyers.</param>
/// <param name="Interval">Always-valid interval of the difference; none before there are enough buyers.</param>
/// <param name="Decision">What to do if this difference was named in advance as the one that decides.</param>
public sealed record SequentialComparison(double Difference, double P, Interval? Interval, SequentialDecision Decision);
