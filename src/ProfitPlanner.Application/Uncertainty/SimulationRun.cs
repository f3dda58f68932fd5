using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.Application.Uncertainty;

/// <summary>One simulation under way or done.</summary>
public sealed class SimulationRun(Guid scenario)
{
    private readonly CancellationTokenSource _cancellation = new();
    private Task<SimulationOutcome>? _task;
    private double _progress;

    public Guid Id { get; } = Guid.CreateVersion7();

    public Guid Scenario => scenario;

    /// <summary>How much is done [1].</summary>
    public double Progress => Volatile.Read(ref _progress);

    public bool IsCancelled => _cancellation.IsCancellationRequested;

    /// <summary>What came of it; null while it goes on or where it was cancelled.</summary>
    public SimulationOutcome? Outcome => _task is { IsCompletedSuccessfully: true } done ? done.Result : null;

    /// <summary>Why it broke off; null where it did not.</summary>
    public Exception? Failure => _task?.Exception?.GetBaseException();

    public void Cancel() => _cancellation.Cancel();

    internal void Begin(Func<IProgress<double>, CancellationToken, SimulationOutcome> simulate) =>
        // Of its own, so that a long run takes no thread from the pages.
        _task = Task.Factory.StartNew(
            () => simulate(new Told(this), _cancellation.Token), _cancellation.Token, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private sealed class Told(SimulationRun run) : IProgress<double>
    {
        public void Report(double value) => Volatile.Write(ref run._progress, value);
    }
}
