using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using ProfitPlanner.Application.Organisations;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Web.Composition;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Organisations;

/// <summary>Who is in an organisation; its owners invite, change and remove here.</summary>
[EnableRateLimiting(Security.AccountLimit)]
public sealed class PeopleModel(IMediator mediator, IStringLocalizer<OrganisationTexts> texts) : PageModel
{
    [BindProperty]
    public InviteForm Invite { get; set; } = new();

    [BindProperty]
    public RenameForm Rename { get; set; } = new();

    public ListPeople.Result Listed { get; private set; } = null!;

    public bool IsLastOwner => Listed.Members.Count(m => m.Role == Role.Owner) == 1 && Listed.Members.Any(m => m is { IsMe: true, Role: Role.Owner });

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Listed = await mediator.Send(new ListPeople.Query(), cancellationToken);
        Rename.Name ??= Listed.Organisation;
    }

    public async Task<IActionResult> OnPostInviteAsync(CancellationToken cancellationToken)
    {
        InvitePerson.Result? result = null;
        var command = new InvitePerson.Command(Invite.Email, Invite.Role, CultureInfo.CurrentUICulture);
        if (await ModelState.AcceptsAsync(texts, async () => result = await mediator.Send(command, cancellationToken), nameof(Invite))
            && result == InvitePerson.Result.Invited)
            return Done(texts["Invite.Done", Invite.Email!.Trim()]);
        if (result == InvitePerson.Result.AlreadyMember)
            ModelState.AddModelError($"{nameof(Invite)}.{nameof(InviteForm.Email)}", texts["Email.AlreadyMember"]);
        return await AgainAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid invitation, CancellationToken cancellationToken)
    {
        await mediator.Send(new RevokeInvitation.Command(invitation), cancellationToken);
        return Done(texts["Revoke.Done"]);
    }

    public async Task<IActionResult> OnPostRoleAsync(Guid person, Role role, CancellationToken cancellationToken)
    {
        ChangeRole.Result? result = null;
        await ModelState.AcceptsAsync(texts, async () => result = await mediator.Send(new ChangeRole.Command(person, role), cancellationToken));
        return result switch
        {
            ChangeRole.Result.Changed => Done(texts["Role.Changed"]),
            ChangeRole.Result.LastOwner => await LastOwnerAsync(cancellationToken),
            _ => await AgainAsync(cancellationToken),
        };
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid person, CancellationToken cancellationToken) =>
        await mediator.Send(new RemovePerson.Command(person), cancellationToken) == RemovePerson.Result.Removed
            ? Done(texts["Remove.Done"])
            : await LastOwnerAsync(cancellationToken);

    public async Task<IActionResult> OnPostLeaveAsync(CancellationToken cancellationToken)
    {
        if (await mediator.Send(new LeaveOrganisation.Command(), cancellationToken) == LeaveOrganisation.Result.LastOwner)
            return await LastOwnerAsync(cancellationToken);
        TempData["Notice"] = texts["Leave.Done"].Value;
        return RedirectToPage("Index");
    }

    public async Task<IActionResult> OnPostRenameAsync(CancellationToken cancellationToken) =>
        await ModelState.AcceptsAsync(texts, () => mediator.Send(new RenameOrganisation.Command(Rename.Name), cancellationToken), nameof(Rename))
            ? Done(texts["Rename.Done"])
            : await AgainAsync(cancellationToken);

    private RedirectToPageResult Done(string notice)
    {
        TempData["Notice"] = notice;
        return RedirectToPage();
    }

    private async Task<PageResult> LastOwnerAsync(CancellationToken cancellationToken)
    {
        ModelState.AddModelError("", texts["LastOwner"]);
        return await AgainAsync(cancellationToken);
    }

    private async Task<PageResult> AgainAsync(CancellationToken cancellationToken)
    {
        await OnGetAsync(cancellationToken);
        return Page();
    }

    public sealed class InviteForm
    {
        public string? Email { get; set; }

        public Role Role { get; set; } = Role.Founder;
    }

    public sealed class RenameForm
    {
        public string? Name { get; set; }
    }
}
