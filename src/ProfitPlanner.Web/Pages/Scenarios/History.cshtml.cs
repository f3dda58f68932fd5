using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProfitPlanner.Application.Scenarios;

namespace ProfitPlanner.Web.Pages.Scenarios;

/// <summary>Every saved version; the difference of any two; the way back to one.</summary>
public sealed class HistoryModel(IMediator mediator) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>1 holds the newest versions.</summary>
    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    [BindProperty(SupportsGet = true)]
    public int? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? To { get; set; }

    public ListVersions.Result History { get; private set; } = null!;

    /// <summary>The two versions that were chosen, the older first; null where none were.</summary>
    public CompareVersions.Result? Compared { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        History = await mediator.Send(new ListVersions.Query(Id, PageNumber), cancellationToken);
        if (From is { } from && To is { } to && from != to)
            Compared = await mediator.Send(new CompareVersions.Query(Id, Math.Min(from, to), Math.Max(from, to)), cancellationToken);
    }

    public async Task<IActionResult> OnPostRestoreAsync(int number, CancellationToken cancellationToken)
    {
        await mediator.Send(new RestoreVersion.Command(Id, number), cancellationToken);
        return RedirectToPage("Edit", new { organisation = RouteData.Values["organisation"], id = Id });
    }
}
