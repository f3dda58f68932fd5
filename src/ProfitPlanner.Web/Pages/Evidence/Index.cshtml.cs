using MediatR;
using ProfitPlanner.Application.Evidence;
using ProfitPlanner.Web.Pages.Scenarios;

namespace ProfitPlanner.Web.Pages.Evidence;

/// <summary>What demand says of a scenario's numbers: what waits for a decision, and what was decided.</summary>
public sealed class IndexModel(IMediator mediator) : ScenarioPageModel(mediator)
{
    public ListEvidence.Result Listed { get; private set; } = null!;

    protected override async Task ShowAsync(CancellationToken cancellationToken) =>
        Listed = await Mediator.Send(new ListEvidence.Query(Id), cancellationToken);
}
