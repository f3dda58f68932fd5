namespace ProfitPlanner.Intents.Classification;

/// <param name="Label">A label of the model.</param>
/// <param name="Probability">In [0, 1].</param>
public sealed record LabelProbability(string Label, double Probability);
