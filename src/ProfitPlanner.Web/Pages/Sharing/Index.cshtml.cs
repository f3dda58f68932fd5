using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProfitPlanner.Application.Sharing;

namespace ProfitPlanner.Web.Pages.Sharing;

/// <summary>All links of an organisation, and how each stands.</summary>
public sealed class IndexModel(IMediator mediator) : PageModel
{
    public IReadOnlyList<ListShareLinks.Item> Links { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Links = await mediator.Send(new ListShareLinks.Query(), cancellationToken);
}
