using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using ProfitPlanner.Application.Scenarios;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Scenarios;

/// <summary>The list of scenarios, one shelf at a time.</summary>
public sealed class IndexModel(IMediator mediator, IStringLocalizer<ScenarioTexts> texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public ListScenarios.Shelf Shelf { get; set; }

    public ListScenarios.Result Listed { get; private set; } = null!;

    /// <summary>A scenario that has just been moved, and the shelf that brings it back.</summary>
    public (Guid Id, ListScenarios.Shelf To)? Undo { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Listed = await mediator.Send(new ListScenarios.Query(Shelf), cancellationToken);
        if (TempData["UndoId"] is Guid id && TempData["UndoTo"] is int to)
            Undo = (id, (ListScenarios.Shelf)to);
    }

    public async Task<IActionResult> OnPostRenameAsync(Guid id, string? name, CancellationToken cancellationToken)
    {
        try
        {
            await mediator.Send(new RenameScenario.Command(id, name), cancellationToken);
        }
        catch (ValidationException)
        {
            TempData["Notice"] = texts["NameNotChanged"].Value;
        }

        return Again();
    }

    public async Task<IActionResult> OnPostDuplicateAsync(Guid id, string name, CancellationToken cancellationToken)
    {
        await mediator.Send(new DuplicateScenario.Command(id, texts["CopyOf", name]), cancellationToken);
        return Again();
    }

    /// <summary>Moves to another shelf; the next page offers the way back.</summary>
    public async Task<IActionResult> OnPostMoveAsync(Guid id, ListScenarios.Shelf to, ListScenarios.Shelf from, bool isUndo, CancellationToken cancellationToken)
    {
        await mediator.Send(new ShelveScenario.Command(id, to), cancellationToken);
        if (!isUndo)
        {
            TempData["Notice"] = texts[$"MovedTo.{to}"].Value;
            TempData["UndoId"] = id;
            TempData["UndoTo"] = (int)from;
        }

        return Again();
    }

    public IActionResult OnPostCompare(Guid[] id) =>
        RedirectToPage("Compare", new { organisation = RouteData.Values["organisation"], id });

    private RedirectToPageResult Again() => RedirectToPage(new { shelf = Shelf });
}
