namespace ProfitPlanner.ProfitModel.Experiments;

/// <summary>The nearest conversions that an experiment can tell. Source: docs/modelling/experiments.md, "Smallest effect".</summary>
/// <param name="Lower">The nearest below [1]; none where even 0 is not told.</param>
/// <param name="Upper">The nearest above [1]; none where even 1 is not told.</param>
public readonly record struct DetectableConversions(double? Lower, double? Upper);
