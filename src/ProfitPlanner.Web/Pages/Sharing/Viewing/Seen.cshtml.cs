using System.Globalization;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using ProfitPlanner.Application.Sharing;
using ProfitPlanner.Web.Composition;

namespace ProfitPlanner.Web.Pages.Sharing.Viewing;

/// <summary>Hears from an open dashboard which of its parts were on the screen, and how long.</summary>
[AllowAnonymous]
[EnableRateLimiting(Security.ShareLimit)]
public sealed class SeenModel(IMediator mediator) : PageModel
{
    private const string Prefix = "part-";

    [FromRoute]
    public string Token { get; set; } = "";

    public IActionResult OnGet() => NotFound();

    /// <summary>Fields <c>part-{name}</c>, each with seconds.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var parts = new Dictionary<string, int>();
        foreach (var (field, seconds) in Request.Form)
        {
            if (!field.StartsWith(Prefix, StringComparison.Ordinal))
                continue;
            if (!int.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                return BadRequest();
            parts[field[Prefix.Length..]] = number;
        }
        try
        {
            // Whoever sends it is often gone before it is written down.
            await mediator.Send(new RecordView.Command(Token, ShareKey.Of(HttpContext), parts), CancellationToken.None);
        }
        catch (ValidationException)
        {
            return BadRequest();
        }
        return StatusCode(StatusCodes.Status204NoContent);
    }
}
