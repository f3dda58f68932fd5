using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProfitPlanner.Application.Transcripts;

namespace ProfitPlanner.Web.Pages.Transcripts;

/// <summary>Every upload of the organisation.</summary>
public sealed class IndexModel(IMediator mediator) : PageModel
{
    public ListUploads.Result Listed { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Listed = await mediator.Send(new ListUploads.Query(), cancellationToken);

    public async Task<IActionResult> OnGetListAsync(CancellationToken cancellationToken)
    {
        await OnGetAsync(cancellationToken);
        return Partial("_Uploads", Listed);
    }
}
