using System.Text.Json;
using Microsoft.Playwright;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Web.Tests;

/// <summary>A page in a browser, and what it complained of.</summary>
public sealed class Visit
{
    private static readonly Lazy<string> Axe = new(() => File.ReadAllText(Path.Combine(Folders.Project, "node_modules", "axe-core", "axe.min.js")));

    private readonly List<string> _complaints = [];

    internal Visit(IPage page)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !IsOfExpectedStatus(message))
                Complain($"console {message.Type}: {message.Text} ({message.Location})");
        };
        page.PageError += (_, error) => Complain($"script error: {error}");
        page.RequestFailed += (_, request) =>
        {
            // Leaving a page breaks off what it was still loading.
            if (request.Failure is not "net::ERR_ABORTED")
                Complain($"{request.Method} {request.Url} failed: {request.Failure}");
        };
        page.Response += (_, response) =>
        {
            if (response.Status >= 400 && response.Status != ExpectedStatus)
                Complain($"{response.Request.Method} {response.Url} gave {response.Status}");
        };
    }

    public IPage Page { get; }

    /// <summary>A status of 400 or more that this visit is about; any other is a complaint.</summary>
    public int? ExpectedStatus { get; set; }

    public IReadOnlyList<string> Complaints
    {
        get
        {
            lock (_complaints)
                return [.. _complaints];
        }
    }

    public async Task<IResponse> GoAsync(string path) =>
        await Page.GotoAsync(path) ?? throw new InvalidOperationException($"{path} gave no answer.");

    /// <summary>Signs in and opens the organisation's scenarios.</summary>
    public async Task SignInAsync(WebApp app, GivenPerson person, GivenOrganisation organisation)
    {
        var password = await app.GivenPasswordAsync(person);
        await GoAsync($"/account/sign-in?returnUrl=/o/{organisation.Slug}/scenarios");
        await Page.FillAsync("[name=Email]", person.Email);
        await Page.FillAsync("[name=Password]", password);
        await Page.ClickAsync("main form button.primary");
        await Page.WaitForURLAsync($"**/o/{organisation.Slug}/scenarios");
    }

    /// <summary>Asserts that axe finds nothing serious or critical on the page as it stands.</summary>
    public async Task AssertAccessibleAsync()
    {
        await LoadedAsync();
        // Evaluated by the debugger, so the page's own content security policy stays in force.
        await Page.EvaluateAsync(Axe.Value);
        var found = await Page.EvaluateAsync<JsonElement>("() => axe.run(document, { resultTypes: ['violations'] })");
        var grave =
            from violation in found.GetProperty("violations").EnumerateArray()
            where violation.GetProperty("impact").GetString() is "serious" or "critical"
            from node in violation.GetProperty("nodes").EnumerateArray()
            select $"{violation.GetProperty("id").GetString()}: {violation.GetProperty("help").GetString()} at {node.GetProperty("html").GetString()}";

        Expect.None(grave);
    }

    /// <summary>Asserts that nothing is wider than the window.</summary>
    public async Task AssertFitsAsync()
    {
        await LoadedAsync();
        Assert.False(
            await Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth"),
            "The page is wider than the window.");
    }

    /// <summary>Saves the whole page as TestResults/screenshots/{name}.png.</summary>
    public Task PictureAsync(string name) =>
        Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folders.Screenshots, $"{name}.png"), FullPage = true });

    // What a page looks like before its style sheets says nothing of it.
    private Task LoadedAsync() => Page.WaitForLoadStateAsync(LoadState.Load);

    private void Complain(string complaint)
    {
        lock (_complaints)
            _complaints.Add(complaint);
    }

    // Chromium also writes every status of 400 or more to the console.
    private bool IsOfExpectedStatus(IConsoleMessage message) =>
        ExpectedStatus is { } status && message.Text.Contains($"status of {status}", StringComparison.Ordinal);
}
