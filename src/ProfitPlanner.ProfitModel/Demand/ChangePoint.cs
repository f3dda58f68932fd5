namespace ProfitPlanner.ProfitModel.Demand;

/// <summary>Where a share changed its level.</summary>
/// <param name="Index">The first period of the new level, counting from 0.</param>
/// <param name="Before">Share [1] from the change before, or the beginning, to this one.</param>
/// <param name="After">Share [1] from this change to the next one, or the end.</param>
/// <param name="LogLikelihoodGain">How much better two levels explain both stretches than one does [1, natural logarithm].</param>
public sealed record ChangePoint(int Index, double Before, double After, double LogLikelihoodGain);
