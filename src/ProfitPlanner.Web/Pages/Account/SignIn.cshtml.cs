using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using ProfitPlanner.Application.Accounts;
using ProfitPlanner.Application.Demo;
using ProfitPlanner.Web.Composition;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Account;

[AllowAnonymous]
[EnableRateLimiting(Security.AccountLimit)]
public sealed class SignInModel(IMediator mediator, SignInCookie cookie, IHostEnvironment environment, IStringLocalizer<AccountTexts> texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public bool Keep { get; set; }

    public bool HasDemo => environment.IsDevelopment();

    public IActionResult OnGet()
    {
        if (User.Identity?.IsAuthenticated == true)
            return Onwards();
        Email = TempData["Email"] as string;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        switch (await mediator.Send(new CheckPassword.Command(Email, Password, ReturnUrl, CultureInfo.CurrentUICulture), cancellationToken))
        {
            case CheckPassword.Result.Welcome welcome:
                await cookie.SetAsync(welcome.PersonId, Keep);
                return Onwards();
            case CheckPassword.Result.Unconfirmed:
                return RedirectToPage("LookInYourMail");
            default:
                ModelState.AddModelError("", texts["SignInRefused"]);
                return Page();
        }
    }

    /// <summary>One click into the demo organisation, in development alone.</summary>
    public async Task<IActionResult> OnPostDemoAsync(string? person, CancellationToken cancellationToken)
    {
        if (!HasDemo)
            return NotFound();
        var demo = await mediator.Send(new EnterDemo.Query(person), cancellationToken);
        await cookie.SetAsync(demo.PersonId, keep: false);
        return demo.Organisation is null ? LocalRedirect("/") : RedirectToPage("/Scenarios/Index", new { organisation = demo.Organisation });
    }

    private LocalRedirectResult Onwards() => LocalRedirect(LocalAddress.Or(ReturnUrl, "/"));
}
