using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProfitPlanner.Application.Organisations;

namespace ProfitPlanner.Web.Pages.Organisations;

/// <summary>The organisations that a person belongs to.</summary>
public sealed class IndexModel(IMediator mediator) : PageModel
{
    public IReadOnlyList<ListMyOrganisations.Item> Organisations { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Organisations = await mediator.Send(new ListMyOrganisations.Query(), cancellationToken);
}
