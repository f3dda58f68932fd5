namespace ProfitPlanner.Web.Pages.Sharing.Viewing;

/// <summary>What keeps a dashboard out of caches, search engines and the logs of other sites.</summary>
internal static class ShareHeaders
{
    public static void Set(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Robots-Tag"] = "noindex, nofollow, noarchive";
        response.Headers["Referrer-Policy"] = "no-referrer";
    }
}
