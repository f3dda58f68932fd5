using System.Text.RegularExpressions;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProfitPlanner.Application.Mail;
using ProfitPlanner.Web.Composition;

namespace ProfitPlanner.Web.Pages.Outbox;

/// <summary>The mails that would have been sent.</summary>
[AllowAnonymous]
[DevelopmentOnly]
public sealed partial class IndexModel(IMediator mediator) : PageModel
{
    public IReadOnlyList<ListOutbox.Item> Mails { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Mails = await mediator.Send(new ListOutbox.Query(), cancellationToken);

    /// <summary>Splits a mail's text at its links.</summary>
    public static IEnumerable<(string Text, bool IsLink)> Parts(string body) =>
        Links().Split(body).Select((part, i) => (part, i % 2 == 1));

    [GeneratedRegex(@"(https?://\S+)")]
    private static partial Regex Links();
}
