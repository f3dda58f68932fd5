using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProfitPlanner.Application.Sharing;

namespace ProfitPlanner.Web.Pages.Sharing;

/// <summary>Every dashboard that is shared with whoever is signed in.</summary>
public sealed class PortfolioModel(IMediator mediator) : PageModel
{
    public ListPortfolio.Result Portfolio { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Portfolio = await mediator.Send(new ListPortfolio.Query(), cancellationToken);
}
