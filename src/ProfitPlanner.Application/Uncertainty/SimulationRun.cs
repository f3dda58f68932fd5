using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.Application.Uncertainty;

/// <summary>One simulation under way or done.</summary>
public sealed class SimulationRun
{
    private readonly Action _cancel;
    private readonly CancellationToken _cancelled;
    private Task<SimulationOutcome>? _task;
    private double _progress;

    internal SimulationRun(Guid scenario)
    {
        Scenario = scenario;
        // Without a timer or a wait handle there is nothing to dispose of.
        var source = new CancellationTokenSource();
        (_cancel, _cancelled) = (source.Cancel, source.Token);
    }

    public Guid Id { get; } = Guid.CreateVersion7();

    public Guid Scenario { get; }

    /// <summary>How much is done [1].</summary>
    public double Progress => Volatile.Read(ref _progress);

    public bool IsCancelled => _cancelled.IsCancellationRequested;

    /// <summary>What came of it; null while it goes on or where it was cancelled.</summary>
    public SimulationOutcome? Outcome => _task is { IsCompletedSuccessfully: true } done ? done.Result : null;

    /// <summary>Why it broke off; null where it did not.</summary>
    public Exception? Failure => _task?.Exception?.GetBaseException();

    public void Cancel() => _cancel();

    internal void Begin(Func<IProgress<double>, CancellationToken, SimulationOutcome> simulate) =>
        // Of its own, so that a long run takes no thread from the pages.
        _task = Task.Factory.StartNew(
            () => simulate(new Told(this), _cancelled), _cancelled, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private sealed class Told(SimulationRun run) : IProgress<double>
    {
        public void Report(double value) => Volatile.Write(ref run._progress, value);
    }
}
