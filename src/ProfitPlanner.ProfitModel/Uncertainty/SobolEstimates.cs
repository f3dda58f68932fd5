namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>The indices of a function's inputs and groups of them, in their order.</summary>
internal sealed record SobolEstimates(
    IReadOnlyList<SobolIndex> Inputs, IReadOnlyList<SobolIndex> Groups, double Mean, double Variance, long Evaluations);
