namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>Why nothing can be drawn from a distribution.</summary>
/// <param name="Member">The parameter, as JSON names it: <c>alpha</c>.</param>
/// <param name="Kind">What.</param>
/// <param name="Limit">The limit that is overstepped, where there is one [the unit of the parameter].</param>
public sealed record DistributionProblem(string Member, DistributionProblemKind Kind, double? Limit = null);
