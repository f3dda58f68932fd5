using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using ProfitPlanner.Application.Organisations;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Organisations;

/// <summary>Where the link of an invitation leads.</summary>
[AllowAnonymous]
public sealed class InvitationModel(IMediator mediator, IStringLocalizer<OrganisationTexts> texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    public OpenInvitation.Result Invitation { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Invitation = await mediator.Send(new OpenInvitation.Query(Token), cancellationToken);
        return Invitation.Standing == OpenInvitation.Standing.AlreadyMember ? Inside(Invitation.Slug) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await mediator.Send(new AcceptInvitation.Command(Token), cancellationToken) is not AcceptInvitation.Result.Joined joined)
            return await OnGetAsync(cancellationToken);
        TempData["Notice"] = texts["Invitation.Accepted"].Value;
        return Inside(joined.Slug);
    }

    private RedirectToPageResult Inside(string slug) => RedirectToPage("/Scenarios/Index", new { organisation = slug });
}
