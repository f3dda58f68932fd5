using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using ProfitPlanner.Application.Scenarios.Templates;

namespace ProfitPlanner.Web.Composition;

/// <summary>English and Simplified Chinese: by the switch's cookie, else by what the browser prefers, else English.</summary>
internal static class Languages
{
    public static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");
    public static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-Hans");

    public static IReadOnlyList<CultureInfo> All { get; } = [English, Chinese];

    public static bool IsChinese => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh";

    public static TemplateLanguage OfTemplates => IsChinese ? TemplateLanguage.Chinese : TemplateLanguage.English;

    public static IServiceCollection AddLanguages(this IServiceCollection services)
    {
        services.AddLocalization();
        // Chinese stands in the page as itself and not as a number for each character.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(English);
            options.SupportedCultures = [.. All];
            options.SupportedUICultures = [.. All];
            options.RequestCultureProviders = [new CookieRequestCultureProvider(), new PreferredLanguage()];
        });
        return services;
    }

    public static void UseLanguages(this WebApplication app) =>
        app.UseRequestLocalization(app.Services.GetRequiredService<IOptions<RequestLocalizationOptions>>().Value);

    /// <summary>The switch: remembers a language for a year.</summary>
    public static void MapLanguageSwitch(this WebApplication app) => app.MapPost("/language", (HttpContext context, [Microsoft.AspNetCore.Mvc.FromForm] string culture, [Microsoft.AspNetCore.Mvc.FromForm] string? returnUrl) =>
    {
        var chosen = All.FirstOrDefault(c => c.Name == culture) ?? English;
        context.Response.Cookies.Append(
            CookieRequestCultureProvider.DefaultCookieName,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(chosen)),
            new CookieOptions { MaxAge = TimeSpan.FromDays(365), HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, Secure = context.Request.IsHttps });
        return Results.LocalRedirect(LocalAddress.Or(returnUrl, "/"));
    }).AllowAnonymous();

    // A browser that asks for Chinese and nothing more gets the one that there is; 'zh' is no child of 'zh-Hans'.
    private sealed class PreferredLanguage : AcceptLanguageHeaderRequestCultureProvider
    {
        public override async Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext) =>
            await base.DetermineProviderCultureResult(httpContext) is { } preferred
                ? new ProviderCultureResult([.. preferred.UICultures.Select(c => c == "zh" ? Chinese.Name : c)])
                : null;
    }
}
