using System.Collections.Concurrent;
using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.Application.Uncertainty;

/// <summary>
/// Long simulations under way, in this process: a run is a calculation from what is stored, and is started again
/// where the process has ended. One a person; a new one ends the one before.
/// </summary>
public sealed class SimulationRuns
{
    private readonly ConcurrentDictionary<(Guid Organisation, Guid Person), SimulationRun> _runs = [];

    /// <summary>Starts a run and returns at once.</summary>
    public SimulationRun Start(Guid organisation, Guid person, Guid scenario, Func<IProgress<double>, CancellationToken, SimulationOutcome> simulate)
    {
        var run = new SimulationRun(scenario);
        _runs.AddOrUpdate((organisation, person), run, (_, before) =>
        {
            before.Cancel();
            return run;
        });
        run.Begin(simulate);
        return run;
    }

    /// <summary>A person's run of an id; null where there is none any more.</summary>
    public SimulationRun? Find(Guid organisation, Guid person, Guid run) =>
        _runs.TryGetValue((organisation, person), out var found) && found.Id == run ? found : null;
}
