using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ProfitPlanner.Web.Pages.Sharing.Viewing.Printing;

namespace ProfitPlanner.Web.Pages.Sharing.Viewing;

/// <summary>The dashboard on paper, as a browser of the server's own prints it.</summary>
[AllowAnonymous]
public sealed class PdfModel(IMediator mediator) : DashboardPageModel(mediator)
{
    /// <param name="segment">As on the dashboard.</param>
    public async Task<IActionResult> OnGetAsync(
        int? segment, [FromServices] PdfPrinter printer, [FromServices] PrintTickets tickets, CancellationToken cancellationToken)
    {
        // A file belongs to a page that was opened, so that there is a key.
        if (!Dashboard.AllowsDownloads || !printer.IsThere || ShareKey.Of(HttpContext) is not { } key)
            return NotFound();
        var query = QueryString.Create(new Dictionary<string, string?>
        {
            ["scenario"] = ScenarioIndex.ToString(CultureInfo.InvariantCulture),
            ["segment"] = segment?.ToString(CultureInfo.InvariantCulture),
            [PrintTicketFilter.Parameter] = tickets.Issue(key),
        }.Where(each => each.Value is not null));
        return await printer.PrintAsync($"{Request.PathBase}/s/{Token}{query}", cancellationToken) is { } file
            ? File(file, "application/pdf", "dashboard.pdf")
            : StatusCode(StatusCodes.Status503ServiceUnavailable);
    }
}
