using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using ProfitPlanner.Application.Organisations;
using ProfitPlanner.Web.Composition;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Organisations;

/// <summary>Founds an organisation; the first page of somebody who is in none.</summary>
public sealed class NewModel(IMediator mediator, IStringLocalizer<OrganisationTexts> texts) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var slug = "";
        var command = new FoundOrganisation.Command(Name);
        return await ModelState.AcceptsAsync(texts, async () => slug = (await mediator.Send(command, cancellationToken)).Slug)
            ? RedirectToPage("/Scenarios/Index", new { organisation = slug })
            : Page();
    }
}
