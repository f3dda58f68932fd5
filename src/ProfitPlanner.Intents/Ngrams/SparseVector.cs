namespace ProfitPlanner.Intents.Ngrams;

/// <summary>A vector of mostly zeros.</summary>
/// <param name="Indices">Where it is not zero, rising.</param>
/// <param name="Values">What stands there, as many.</param>
public readonly record struct SparseVector(int[] Indices, float[] Values);
