using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProfitPlanner.Application.Demand;

namespace ProfitPlanner.Web.Pages.Demand;

/// <summary>A whole conversation, masked.</summary>
public sealed class ConversationModel(IMediator mediator) : PageModel
{
    public OpenConversation.Result Opened { get; private set; } = null!;

    public async Task OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        Opened = await mediator.Send(new OpenConversation.Query(id), cancellationToken);
}
