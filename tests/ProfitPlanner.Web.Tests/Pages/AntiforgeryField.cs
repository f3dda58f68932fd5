using System.Text.RegularExpressions;

namespace ProfitPlanner.Web.Tests.Pages;

/// <summary>The hidden field of a form that a request without a browser has to send along.</summary>
internal static partial class AntiforgeryField
{
    public const string Name = "__RequestVerificationToken";

    /// <summary>Its value, of the first form of a page.</summary>
    public static string Of(string html) => Field().Match(html) is { Success: true } field ? field.Groups[1].Value : throw new InvalidOperationException("The page has no form.");

    /// <summary>The page without it, which is another each time.</summary>
    public static string Without(string html) => Field().Replace(html, "");

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Field();
}
