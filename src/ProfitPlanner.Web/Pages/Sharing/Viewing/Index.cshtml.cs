using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace ProfitPlanner.Web.Pages.Sharing.Viewing;

/// <summary>The dashboard; or its door, which looks the same whatever keeps it shut.</summary>
[AllowAnonymous]
public sealed class IndexModel(IMediator mediator) : DashboardPageModel(mediator)
{
    protected override bool BeginsVisit => true;

    public void OnGet()
    {
    }

    protected override async Task<IActionResult> ShutAsync()
    {
        await Door.WaitAsync(HttpContext);
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
