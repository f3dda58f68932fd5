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

    protected async Task OpenAsync(CancellationToken cancellationToken)
    {
        await BeforeOpeningAsync(cancellationToken);
        Opened = await mediator.Send(new OpenScenario.Query(Id), cancellationToken);
    }

    /// <summary>For a page whose address does not name its scenario: sets <see cref="Id"/>.</summary>
    protected virtual Task BeforeOpeningAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Works out what the page shows of the opened scenario; not done for an answer that leads elsewhere.</summary>
    protected abstract Task ShowAsync(CancellationToken cancellationToken);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken);
        await ShowAsync(cancellationToken);
    }

    /// <summary>The page of the opened scenario, with <see cref="Problems"/> where there are any.</summary>
    protected async Task<PageResult> ShownAsync(CancellationToken cancellationToken)
    {
        await ShowAsync(cancellationToken);
        return Page();
    }

    /// <summary>Saves and comes back with a notice, or shows the page with what is wrong.</summary>
    /// <param name="query">What the page's address says beside its scenario; null where nothing.</param>
    protected async Task<IActionResult> SaveAsync(
        IRequest<ChangeScenario.Result> command, string notice, CancellationToken cancellationToken, object? query = null) =>
        await TryAsync(command, cancellationToken) ? Done(notice, query) : await ShownAsync(cancellationToken);

    /// <summary>Back to the page with a notice.</summary>
    /// <param name="query">What the page's address says beside its scenario; null where nothing.</param>
    protected RedirectToPageResult Done(string notice, object? query = null)
    {
        TempData["Notice"] = notice;
        return RedirectToPage(new RouteValueDictionary(query) { ["organisation"] = RouteData.Values["organisation"], ["id"] = Id });
    }

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
