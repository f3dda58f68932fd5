using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProfitPlanner.Application.Scenarios;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Web.Pages.Scenarios;

/// <summary>A page about one saved scenario, other than its editor.</summary>
public abstract class ScenarioPageModel(IMediator mediator) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public OpenScenario.Result Opened { get; private set; } = null!;

    public Scenario Scenario => Opened.Scenario;

    public bool MayEdit => Opened.MayEdit && !Opened.IsArchived;

    /// <summary>What keeps a change from being saved, or a field from being read.</summary>
    public IReadOnlyList<FieldProblem> Problems { get; protected set; } = [];

    protected IMediator Mediator => mediator;

    protected async Task OpenAsync(CancellationToken cancellationToken) =>
        Opened = await mediator.Send(new OpenScenario.Query(Id), cancellationToken);

    /// <summary>Saves, or leaves what is wrong in <see cref="Problems"/>.</summary>
    /// <returns>Whether it is saved.</returns>
    protected async Task<bool> TryAsync(IRequest<ChangeScenario.Result> command, CancellationToken cancellationToken)
    {
        try
        {
            var result = await mediator.Send(command, cancellationToken);
            if (result is ChangeScenario.Result.Gone gone)
                Problems = [.. gone.Paths.Select(path => new FieldProblem(path, "ProblemGone"))];
            return result is ChangeScenario.Result.Saved;
        }
        catch (ValidationException e)
        {
            Problems = FieldProblems.Of(e);
            return false;
        }
    }
}
