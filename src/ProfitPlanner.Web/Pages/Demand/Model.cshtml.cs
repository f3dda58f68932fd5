using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProfitPlanner.Application.Models;

namespace ProfitPlanner.Web.Pages.Demand;

/// <summary>What was measured of one model, beside the one that was current when it was trained.</summary>
public sealed class ModelModel(IMediator mediator) : PageModel
{
    public OpenModel.Result Opened { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        Opened = await mediator.Send(new OpenModel.Query(id), cancellationToken);
        return Opened.Figures is null ? RedirectToPage("Models") : Page();
    }
}
