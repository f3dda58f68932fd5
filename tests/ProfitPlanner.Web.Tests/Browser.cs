using Microsoft.Playwright;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Web.Tests;

/// <summary>
/// One Chromium for the assembly: the one of <see cref="Variable"/>, an installed one, or Playwright's own. Where there
/// is none, its tests are skipped with a reason, or fail where <see cref="RequiredVariable"/> is 1.
/// </summary>
public sealed class Browser : IAsyncLifetime
{
    /// <summary>Path of a Chromium or Chrome.</summary>
    public const string Variable = "PROFITPLANNER_CHROMIUM";

    public const string RequiredVariable = "PROFITPLANNER_REQUIRE_BROWSER";

    private static readonly string[] Installed =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ];

    private readonly SemaphoreSlim _starting = new(1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private string? _absence;

    /// <summary>Nothing yet: a run without browser tests starts none.</summary>
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>
    /// Lets somebody visit the app in a fresh browser profile, and afterwards asserts that the console told of no
    /// error and no request failed.
    /// </summary>
    public async Task VisitAsync(WebApp app, Func<Visit, Task> act, string language = "en", bool narrow = false)
    {
        var browser = await StartAsync();
        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = app.Address.ToString(),
            Locale = language,
            TimezoneId = "Europe/Berlin",
            ViewportSize = narrow ? new ViewportSize { Width = 390, Height = 844 } : new ViewportSize { Width = 1280, Height = 900 },
        });
        context.SetDefaultTimeout(10_000);
        var visit = new Visit(await context.NewPageAsync());
        try
        {
            await act(visit);
        }
        catch
        {
            await visit.PictureAsync($"failed-{TestContext.Current.TestMethod?.MethodName}");
            throw;
        }

        Expect.None(visit.Complaints);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        _starting.Dispose();
    }

    private async Task<IBrowser> StartAsync()
    {
        await _starting.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (_browser is null && _absence is null)
                await LaunchAsync();
        }
        finally
        {
            _starting.Release();
        }

        if (_browser is null && Environment.GetEnvironmentVariable(RequiredVariable) == "1")
            Assert.Fail(_absence!);
        Assert.SkipWhen(_browser is null, _absence ?? "");
        return _browser;
    }

    private async Task LaunchAsync()
    {
        _playwright = await Playwright.CreateAsync();
        var path = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : Installed.FirstOrDefault(File.Exists);
        try
        {
            _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = path,
                Args =
                [
                    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                    "--disable-background-networking", "--disable-component-update", "--disable-sync",
                ],
            });
        }
        catch (PlaywrightException e)
        {
            _absence = $"No browser: install Chromium or set {Variable} to one ({e.Message.Split('\n')[0]}).";
        }
    }
}
