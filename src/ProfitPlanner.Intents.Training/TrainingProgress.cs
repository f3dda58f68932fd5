namespace ProfitPlanner.Intents.Training;

/// <summary>How far training has come.</summary>
/// <param name="Stage">What is being done, a few words.</param>
/// <param name="Step">Steps done.</param>
/// <param name="Steps">Steps in all.</param>
/// <param name="Loss">Running mean of the loss.</param>
/// <param name="Dev">Accuracy on dev after the best epoch so far, in [0, 1]; null before the first has ended.</param>
/// <param name="Left">The time that the remaining steps of the stage take at the pace so far.</param>
public sealed record TrainingProgress(string Stage, int Step, int Steps, double Loss, double? Dev, TimeSpan Left);
