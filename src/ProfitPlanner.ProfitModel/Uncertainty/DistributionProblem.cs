namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>What is wrong with a distribution's parameter.</summary>
/// <param name="Member">The parameter, as it is called in JSON.</param>
/// <param name="Kind">What.</param>
public sealed record DistributionProblem(string Member, DistributionProblemKind Kind);
