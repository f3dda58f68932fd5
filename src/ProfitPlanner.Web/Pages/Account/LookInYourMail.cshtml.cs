using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ProfitPlanner.Web.Pages.Account;

/// <summary>The same for known and unknown addresses.</summary>
[AllowAnonymous]
public sealed class LookInYourMailModel : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? About { get; set; }

    public bool IsAboutPassword => About == "password";
}
