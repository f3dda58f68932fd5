namespace ProfitPlanner.Intents.Training.Tests;

/// <summary>Hears of progress at once, where <see cref="Progress{T}"/> reports on another thread, later.</summary>
internal sealed class Told(Action<TrainingProgress>? then = null) : IProgress<TrainingProgress>
{
    public List<TrainingProgress> Reports { get; } = [];

    public void Report(TrainingProgress value)
    {
        Reports.Add(value);
        then?.Invoke(value);
    }
}
