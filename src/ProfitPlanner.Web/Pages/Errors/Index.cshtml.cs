using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages;

[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(Duration = 0, Location = ResponseCacheLocation.None, NoStore = true)]
public sealed class ErrorModel(IStringLocalizer<SharedTexts> texts) : PageModel
{
    public string Heading { get; private set; } = "";

    public string Advice { get; private set; } = "";

    /// <summary>To be quoted to whoever reads the log; only where something broke.</summary>
    public string? RequestId { get; private set; }

    public void OnGet(int? status) => Show(status);

    public void OnPost(int? status) => Show(status);

    private void Show(int? status)
    {
        var kind = status switch
        {
            404 => "NotFound",
            403 => "Forbidden",
            400 => "BadRequest",
            429 => "TooMany",
            _ => "Broken",
        };
        Heading = texts[$"Error{kind}"];
        Advice = texts[$"Error{kind}Advice"];
        if (kind == "Broken")
            RequestId = HttpContext.TraceIdentifier;
    }
}
