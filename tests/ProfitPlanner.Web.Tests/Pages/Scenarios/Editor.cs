using Microsoft.Playwright;

namespace ProfitPlanner.Web.Tests.Pages.Scenarios;

/// <summary>The scenario's editor as a person uses it.</summary>
internal sealed class Editor(Visit visit)
{
    public IPage Page => visit.Page;

    public async Task OpenAsync(string slug, Guid id) => await visit.GoAsync($"/o/{slug}/scenarios/{id}");

    /// <summary>A segment's field, by the end of its path.</summary>
    public ILocator Cell(string field, int row = 0) => Page.Locator($"#segments tbody [name$='/{field}']").Nth(row);

    public Task<string> ProfitAsync() => Page.InnerTextAsync("#profit");

    public Task SeesProfitAsync(string profit) => Assertions.Expect(Page.Locator("#profit")).ToHaveTextAsync(profit);

    public Task SeesSavedAsync() => Assertions.Expect(Page.Locator("#status")).ToContainTextAsync("✓");

    public static Task PasteAsync(ILocator into, string text) => into.EvaluateAsync(
        """
        (field, text) => {
          const data = new DataTransfer();
          data.setData('text/plain', text);
          field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
        }
        """, text);
}
