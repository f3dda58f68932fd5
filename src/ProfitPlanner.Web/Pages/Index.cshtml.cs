using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProfitPlanner.Application.Organisations;
using ProfitPlanner.Web.Composition;

namespace ProfitPlanner.Web.Pages;

/// <summary>Says what the product does, and leads those who are signed in to their organisation.</summary>
[AllowAnonymous]
public sealed class IndexModel(IMediator mediator) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (User.Identity?.IsAuthenticated != true)
            return Page();

        TempData.Keep();
        var mine = await mediator.Send(new ListMyOrganisations.Query(), cancellationToken);
        if (mine.Count == 0)
            return RedirectToPage("/Organisations/New");
        var last = LastOrganisation.Of(Request);
        var there = mine.Count == 1 ? mine[0] : mine.FirstOrDefault(o => o.Slug == last);
        return there is null
            ? RedirectToPage("/Organisations/Index")
            : RedirectToPage("/Scenarios/Index", new { organisation = there.Slug });
    }
}
