namespace ProfitPlanner.Intents.MachineLearning;

/// <param name="Key">Of the label given, counted from 1; 0 for none.</param>
/// <param name="Scores">Probabilities, [key values].</param>
internal readonly record struct ScoredText(uint Key, float[] Scores);
