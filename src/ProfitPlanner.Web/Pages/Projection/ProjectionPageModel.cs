using MediatR;
using ProfitPlanner.ProfitModel.Projection;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.Web.Pages.Scenarios;

namespace ProfitPlanner.Web.Pages.Projection;

/// <summary>A page about a scenario month by month.</summary>
public abstract class ProjectionPageModel(IMediator mediator) : ScenarioPageModel(mediator)
{
    // Enough for bands that are steady to the eye, and there with the page.
    private const int Runs = 1_000;

    public ProjectionResult Result { get; private set; } = null!;

    /// <summary>What the months may be; null where nothing is uncertain.</summary>
    public ProjectionFan? Fan { get; private set; }

    protected override Task ShowAsync(CancellationToken cancellationToken)
    {
        Result = Scenario.Project();
        if (Scenario.UncertainInputs().Count > 0)
            Fan = ProjectionFan.Of(Scenario, Runs, cancellation: cancellationToken);
        return Task.CompletedTask;
    }
}
