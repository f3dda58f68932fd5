using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using ProfitPlanner.Application.Accounts;
using ProfitPlanner.Web.Composition;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Account;

/// <summary>
/// Confirms by a button and not by the link alone: programs that look at mails follow links, and would confirm an
/// address that somebody else gave.
/// </summary>
[AllowAnonymous]
[EnableRateLimiting(Security.AccountLimit)]
public sealed class ConfirmModel(IMediator mediator, IStringLocalizer<AccountTexts> texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Person { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public bool IsInvalid { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await mediator.Send(new ConfirmEmail.Command(Person, Token), cancellationToken) is not ConfirmEmail.Result.Confirmed confirmed)
        {
            IsInvalid = true;
            return Page();
        }

        TempData["Email"] = confirmed.Email;
        TempData["Notice"] = texts["Confirm.Done"].Value;
        return RedirectToPage("SignIn", new { ReturnUrl });
    }
}
