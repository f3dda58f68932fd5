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
public sealed class ForgotModel(IMediator mediator, IStringLocalizer<AccountTexts> texts) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var command = new ForgetPassword.Command(Email, CultureInfo.CurrentUICulture);
        return await ModelState.AcceptsAsync(texts, () => mediator.Send(command, cancellationToken))
            ? RedirectToPage("LookInYourMail", new { about = "password" })
            : Page();
    }
}
