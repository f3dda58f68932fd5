namespace ProfitPlanner.Web.Pages.Sharing.Viewing;

/// <summary>By what a browser is known again at one share link: a cookie that no other address is sent.</summary>
internal static class ShareKey
{
    private const string Cookie = "profitplanner.share";

    /// <summary>Where a key that comes without a cookie is put, among the items of the request.</summary>
    public static readonly object Item = new();

    public static string? Of(HttpContext context) => context.Items[Item] as string ?? context.Request.Cookies[Cookie];

    public static void Keep(HttpContext context, string token, string key) => context.Response.Cookies.Append(Cookie, key, new CookieOptions
    {
        Path = $"{context.Request.PathBase}/s/{token}",
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        MaxAge = TimeSpan.FromDays(365),
        IsEssential = true,
    });
}
