using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProfitPlanner.Web.Composition;

namespace ProfitPlanner.Web.Pages.Account;

[AllowAnonymous]
public sealed class SignOutModel(SignInCookie cookie) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync(string? returnUrl)
    {
        await cookie.ClearAsync();
        return LocalRedirect(LocalAddress.Or(returnUrl, "/"));
    }
}
