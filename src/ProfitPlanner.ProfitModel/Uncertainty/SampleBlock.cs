namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>Trials that are drawn and calculated together.</summary>
/// <param name="Replicate">Which independent set of points they belong to.</param>
/// <param name="First">The first point within the replicate.</param>
/// <param name="Count">How many.</param>
/// <param name="Offset">The first trial within the whole.</param>
internal readonly record struct SampleBlock(int Replicate, int First, int Count, int Offset);
