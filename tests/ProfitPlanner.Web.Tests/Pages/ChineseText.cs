using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Web.Tests.Pages;

/// <summary>A page that was asked for in Chinese and says nothing in English.</summary>
internal static partial class ChineseText
{
    // Names of methods, people and distributions and keys, as Chinese writes them too.
    private static readonly HashSet<string> Names = ["Gabor", "Granger", "Van", "Westendorp", "Logit", "logit", "CSV", "XLSX", "PDF", "PNG", "SVG", "MRR", "LTV", "CAC", "IRR", "normal", "lognormal", "beta", "Sobol", "triangular", "pert", "uniform", "sample", "Excel", "JSON", "Zendesk", "Intercom", "Chatwoot", "Enter", "EUR", "SHA"];

    public static async Task AssertAsync(IPage page) =>
        Expect.None(Words().Matches(await page.InnerTextAsync("main")).Select(match => match.Value).Where(word => !Names.Contains(word)));

    // One or two letters are symbols: p, α, 10k.
    [GeneratedRegex("[A-Za-z]{3,}")]
    private static partial Regex Words();
}
