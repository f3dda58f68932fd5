using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using ProfitPlanner.Application.Accounts;

namespace ProfitPlanner.Web.Composition;

internal static class Security
{
    /// <summary>Rate limit of pages that take a password or send a mail.</summary>
    public const string AccountLimit = "account";

    /// <summary>Rate limit of what stands under a share link: strict where a passcode or a code is tried.</summary>
    public const string ShareLimit = "share";

    public static void AddSecurity(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
        services.AddAccounts().AddSignInManager().AddClaimsPrincipalFactory<PersonClaims>().AddDefaultTokenProviders();
        services.AddScoped<SignInCookie>();
        // A new password ends the sign-ins elsewhere after this long.
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(5));
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.LoginPath = "/account/sign-in";
            cookie.AccessDeniedPath = "/error/403";
            cookie.ReturnUrlParameter = "returnUrl";
            cookie.Cookie.Name = "profitplanner";
            cookie.Cookie.SecurePolicy = builder.Environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
            cookie.ExpireTimeSpan = TimeSpan.FromDays(14);
            cookie.SlidingExpiration = true;
            cookie.Events.OnRedirectToLogin = context =>
            {
                // A fragment that is asked for must not be answered with the sign-in page: the editor says what to do.
                if (context.Request.Headers.ContainsKey("HX-Request"))
                    context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                else
                    context.Response.Redirect(context.RedirectUri);
                return Task.CompletedTask;
            };
        });
        // Closed by default: a page is open to all only where it says so.
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddSecurityHeaderPolicies(policies => policies
            .SetDefaultPolicy(policy => Headers(policy))
            .AddPolicy(ShareLimit, ShareHeaders)
            .SetPolicySelector(context => context.HttpContext.Request.Path.StartsWithSegments("/s") ? context.ConfiguredPolicies[ShareLimit] : context.DefaultPolicy));
        services.AddAntiforgery(options => options.Cookie.Name = "profitplanner.form");
        services.AddRateLimiter(options =>
        {
            options.AddPolicy(ShareLimit, context => RateLimitPartition.GetFixedWindowLimiter(
                (context.Connection.RemoteIpAddress, TriesDoor: HttpMethods.IsPost(context.Request.Method) && context.GetRouteValue("page") is "/Sharing/Viewing/Index"),
                key => new FixedWindowRateLimiterOptions { PermitLimit = key.TriesDoor ? 20 : 600, Window = TimeSpan.FromMinutes(1) }));
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.AddPolicy(AccountLimit, context => HttpMethods.IsPost(context.Request.Method)
                ? RateLimitPartition.GetFixedWindowLimiter(
                    context.Connection.RemoteIpAddress?.ToString() ?? "-",
                    _ => new FixedWindowRateLimiterOptions { PermitLimit = 60, Window = TimeSpan.FromMinutes(1) })
                : RateLimitPartition.GetNoLimiter("-"));
        });
    }

    public static void UseSecurity(this WebApplication app)
    {
        app.UseSecurityHeaders();
        if (!app.Environment.IsDevelopment())
            app.UseHsts();
    }

    private static HeaderPolicyCollection Headers(HeaderPolicyCollection policy) => policy
        .AddDefaultSecurityHeaders()
        .AddContentSecurityPolicy(csp =>
        {
            csp.AddDefaultSrc().Self();
            csp.AddScriptSrc().Self();
            // The charts set styles on the elements they draw.
            csp.AddStyleSrc().Self().UnsafeInline();
            csp.AddImgSrc().Self().Data();
            csp.AddObjectSrc().None();
            csp.AddBaseUri().Self();
            csp.AddFormAction().Self();
            csp.AddFrameAncestors().None();
        });

    // A share link's address is its key: it must not reach another site's log, nor a search engine.
    private static void ShareHeaders(HeaderPolicyCollection policy) => Headers(policy)
        .AddReferrerPolicyNoReferrer()
        .AddCustomHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
}
