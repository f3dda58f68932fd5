using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ProfitPlanner.Web.Composition;

/// <summary>Remembers which organisation a person with several was in, so that the start page leads there.</summary>
internal sealed class LastOrganisation : IPageFilter
{
    private const string Cookie = "profitplanner.organisation";

    public static string? Of(HttpRequest request) => request.Cookies[Cookie];

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
        var request = context.HttpContext.Request;
        if (context is { Exception: null, Result: PageResult or null }
            && HttpMethods.IsGet(request.Method)
            && context.RouteData.Values["organisation"] is string slug
            && slug != Of(request))
            context.HttpContext.Response.Cookies.Append(
                Cookie, slug, new CookieOptions { MaxAge = TimeSpan.FromDays(365), HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = request.IsHttps });
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
    }

    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }
}
