using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProfitPlanner.Application.Jobs;

namespace ProfitPlanner.Web.Pages.Jobs;

/// <summary>How far a job is: as a page, and as the part of other pages that keeps itself up to date.</summary>
public sealed class IndexModel(IMediator mediator) : PageModel
{
    public JobReport Job { get; private set; } = null!;

    public async Task OnGetAsync(Guid id, CancellationToken cancellationToken) => Job = await mediator.Send(new WatchJob.Query(id), cancellationToken);

    public async Task<IActionResult> OnGetPartAsync(Guid id, CancellationToken cancellationToken) =>
        Partial("_Job", await mediator.Send(new WatchJob.Query(id), cancellationToken));

    public async Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken cancellationToken)
    {
        var job = await mediator.Send(new CancelJob.Command(id), cancellationToken);
        return Request.Headers.ContainsKey("HX-Request") ? Partial("_Job", job) : RedirectToPage(new { id });
    }
}
