using System.Globalization;
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

[AllowAnonymous]
[EnableRateLimiting(Security.AccountLimit)]
public sealed class ResetModel(IMediator mediator, IStringLocalizer<AccountTexts> texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Person { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public string? NewPassword { get; set; }

    public bool IsInvalid { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        ResetPassword.Result? result = null;
        var command = new ResetPassword.Command(Person, Token, NewPassword, CultureInfo.CurrentUICulture);
        if (!await ModelState.AcceptsAsync(texts, async () => result = await mediator.Send(command, cancellationToken)))
            return Page();
        if (result is not ResetPassword.Result.Done done)
        {
            IsInvalid = true;
            return Page();
        }

        TempData["Email"] = done.Email;
        TempData["Notice"] = texts["Reset.Done"].Value;
        return RedirectToPage("SignIn");
    }
}
