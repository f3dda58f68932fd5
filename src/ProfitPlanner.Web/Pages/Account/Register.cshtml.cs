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
public sealed class RegisterModel(IMediator mediator, IStringLocalizer<AccountTexts> texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public string? DisplayName { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var command = new RegisterPerson.Command(DisplayName, Email, Password, ReturnUrl, CultureInfo.CurrentUICulture);
        return await ModelState.AcceptsAsync(texts, () => mediator.Send(command, cancellationToken))
            ? RedirectToPage("LookInYourMail")
            : Page();
    }
}
