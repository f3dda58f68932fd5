using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using ProfitPlanner.Application.Sharing;
using ProfitPlanner.Web.Composition;

namespace ProfitPlanner.Web.Pages.Sharing.Viewing;

/// <summary>
/// Whatever stands under a share link's address. It opens the dashboard before a handler runs and speaks the link's
/// language; where the door is shut, for whatever reason, no handler runs.
/// </summary>
[EnableRateLimiting(Security.ShareLimit)]
[ResponseCache(Duration = 0, Location = ResponseCacheLocation.None, NoStore = true)]
public abstract class DashboardPageModel(IMediator mediator) : PageModel, IAsyncResultFilter
{
    private CultureInfo? _culture;

    [FromRoute]
    public string Token { get; set; } = "";

    public OpenDashboard.Result Dashboard { get; private set; } = null!;

    /// <summary>Which of the dashboard's scenarios is looked at, from 0.</summary>
    [FromQuery(Name = "scenario")]
    public int ScenarioIndex { get; set; }

    public SharedScenario Shown => Dashboard.Content.Scenarios[ScenarioIndex];

    /// <summary>False for files and fragments, which belong to a page that was opened before.</summary>
    protected virtual bool BeginsVisit => false;

    protected IMediator Mediator => mediator;

    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var opened = await mediator.Send(new OpenDashboard.Command(Token, ShareKey.Of(HttpContext), BeginsVisit), HttpContext.RequestAborted);
        if (opened is null)
        {
            context.Result = await ShutAsync();
            return;
        }
        if (ScenarioIndex < 0 || ScenarioIndex >= opened.Content.Scenarios.Count)
        {
            context.Result = NotFound();
            return;
        }
        Dashboard = opened;
        if (opened.NewKey is { } key)
            ShareKey.Keep(HttpContext, Token, key);
        _culture = CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = opened.Culture;
        await next();
    }

    // The culture that the handler ran in is not the one that the page is written in: that happens outside of it.
    [NonHandler]
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (_culture is not null)
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = _culture;
        await next();
    }

    /// <summary>The answer where the door is shut.</summary>
    protected virtual Task<IActionResult> ShutAsync() => Task.FromResult<IActionResult>(NotFound());
}
