using System.Globalization;
using Microsoft.Playwright;
using ProfitPlanner.Application.Scenarios;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.ProfitModel;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Web.Tests.Pages.Scenarios;

public sealed class EditorTests(WebApp app, Browser browser) : IClassFixture<WebApp>
{
    // P = 0.2 · 10,000 · (100 − 30) − 100,000 = 40,000
    private static Scenario Check => new()
    {
        Name = "Check",
        Currency = Currency.Of("USD"),
        Period = Period.Month,
        VariableCost = 30,
        FixedCosts = [new FixedCost { Id = Guid.NewGuid(), Name = "Rent", Amount = 100_000 }],
        Segments = [Segment("All", 10_000, 0.2m, 100)],
    };

    private static Segment Segment(string name, decimal customers, decimal conversion, decimal price) =>
        new() { Id = Guid.NewGuid(), Name = name, PotentialCustomers = customers, Conversion = conversion, Revenue = new Subscription(price) };

    [Theory]
    [InlineData("en", false)]
    [InlineData("en", true)]
    [InlineData("zh-CN", false)]
    [InlineData("zh-CN", true)]
    public async Task The_editor_is_accessible_and_fits_its_window(string language, bool narrow)
    {
        var organisation = await app.GivenOrganisationAsync();
        var id = await app.As(organisation.Owner, organisation).Send(
            new CreateScenario.Command(null, "industry-quality-control", null, default));
        await browser.VisitAsync(app, async visit =>
        {
            await visit.SignInAsync(app, organisation.Owner, organisation);
            await new Editor(visit).OpenAsync(organisation.Slug, id);
            await visit.Page.WaitForSelectorAsync("#plot-curve-price svg");

            await visit.AssertFitsAsync();
            await visit.AssertAccessibleAsync();
            await visit.PictureAsync($"editor-{language}-{(narrow ? "narrow" : "wide")}");
        }, language, narrow);
    }

    [Fact]
    public Task Fifty_edits_of_a_cell_each_show_a_new_profit() => EditAsync(Check, async (editor, _) =>
    {
        // From the key's event to the new number on the page, in the page's own time.
        var times = await editor.Page.EvaluateAsync<double[]>(
            """
            async () => {
              const field = document.querySelector("#segments [name$='/potentialCustomers']");
              const times = [];
              for (let i = 1; i <= 50; i++) {
                const before = document.querySelector('#profit').textContent;
                const start = performance.now();
                field.value = String(10000 + 10 * i);
                field.dispatchEvent(new InputEvent('input', { bubbles: true }));
                while (document.querySelector('#profit').textContent === before) await new Promise(requestAnimationFrame);
                times.push(performance.now() - start);
                await new Promise(done => setTimeout(done, 50));
              }
              return times.sort((a, b) => a - b);
            }
            """);

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Edit to new profit: median {times[25]:0} ms, fastest {times[0]:0} ms, slowest {times[49]:0} ms"));
        // 0.2 · 10,500 · 70 − 100,000
        await editor.SeesProfitAsync("$47,000.00");
    });

    [Fact]
    public Task Every_business_model_shows_how_its_price_came_about() => EditAsync(Check, async (editor, _) =>
    {
        foreach (var (kind, how) in new[]
        {
            ("perUse", "1 × $100.00 = $100.00"),
            ("perVolume", "1 × $100.00 = $100.00"),
            ("perCustomer", "1 × $100.00 = $100.00"),
            ("apiService", "$100.00 + 0 × $0.00 = $100.00"),
            ("advertising", "1,000 × 100% × $100.00 ÷ 1000 × 100% = $100.00"),
            ("directSale", "$100.00 once, in the period of the sale"),
            ("subscription", "$100.00 per month"),
        })
        {
            await editor.Cell("revenue/kind").SelectOptionAsync(kind);
            await Assertions.Expect(editor.Page.Locator(".how-text")).ToHaveTextAsync(how);
            await editor.SeesProfitAsync("$40,000.00");
        }

        await editor.Cell("revenue/kind").SelectOptionAsync("perUse");
        await editor.Cell("revenue/unitsPerCustomer").FillAsync("2.5");
        await Assertions.Expect(editor.Page.Locator(".how-text")).ToHaveTextAsync("2.5 × $100.00 = $250.00");
        await editor.SeesProfitAsync("$340,000.00");
    });

    [Fact]
    public Task Tiers_are_added_and_charged() => EditAsync(Check, async (editor, _) =>
    {
        await editor.Cell("revenue/kind").SelectOptionAsync("perVolume");
        await editor.Page.ClickAsync("[data-add-tier]");
        var ends = editor.Page.Locator("[name$='/tiers/upTo']");
        await Assertions.Expect(ends).ToHaveCountAsync(2);
        await editor.Cell("revenue/unitsPerCustomer").FillAsync("250");
        await ends.First.FillAsync("100");
        await editor.Page.Locator("[name$='/tiers/unitPrice']").First.FillAsync("1");
        await editor.Page.Locator("[name$='/tiers/unitPrice']").Last.FillAsync("0.5");

        await Assertions.Expect(editor.Page.Locator(".how-text")).ToHaveTextAsync("100 × $1.00 + 150 × $0.50 = $175.00");
    });

    [Fact]
    public Task What_is_typed_while_a_row_is_drawn_anew_stays() => EditAsync(Check, async (editor, _) =>
    {
        await editor.Cell("revenue/kind").SelectOptionAsync("perVolume");
        await Assertions.Expect(editor.Page.Locator("[data-add-tier]")).ToBeVisibleAsync();
        await editor.SeesSavedAsync();
        var isHeld = new TaskCompletionSource();
        await editor.Page.RouteAsync("**/*", async route =>
        {
            if (route.Request.Method == "POST")
                await isHeld.Task;
            await route.ContinueAsync();
        });

        await editor.Page.ClickAsync("[data-add-tier]");
        await Assertions.Expect(editor.Page.Locator("[name$='/tiers/upTo']")).ToHaveCountAsync(2);
        await editor.Cell("revenue/unitsPerCustomer").FillAsync("250");
        await editor.Page.Locator("[name$='/tiers/unitPrice']").First.FillAsync("1");
        await editor.Page.Locator("[name$='/tiers/unitPrice']").Last.FillAsync("0.5");
        isHeld.SetResult();

        await Assertions.Expect(editor.Page.Locator(".how-text")).ToHaveTextAsync("100 × $1.00 + 150 × $0.50 = $175.00");
        await Assertions.Expect(editor.Cell("revenue/unitsPerCustomer")).ToHaveValueAsync("250");
    });

    [Fact]
    public Task Rows_of_a_spreadsheet_are_pasted_and_the_arrows_walk_the_column() => EditAsync(Check, async (editor, _) =>
    {
        await Editor.PasteAsync(editor.Cell("name"), "Small\t1,000\t10%\t50\nLarge\t200\t0.5\t400\n");

        await Assertions.Expect(editor.Page.Locator("#segments > tbody")).ToHaveCountAsync(2);
        // 100 · 20 + 100 · 370 − 100,000
        await editor.SeesProfitAsync("−$61,000.00");

        await editor.Cell("conversion").FocusAsync();
        await editor.Page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal("0.5", await editor.Page.EvaluateAsync<string>("() => document.activeElement.value"));
        // The mark of the save before stands there still: this save's own answer is waited for.
        await editor.Page.RunAndWaitForResponseAsync(() => editor.Page.Keyboard.PressAsync("Alt+ArrowUp"), response => response.Request.Method == "POST");
        await Assertions.Expect(editor.Cell("name")).ToHaveValueAsync("Large");
        await editor.SeesSavedAsync();
        await editor.Page.ReloadAsync();
        await Assertions.Expect(editor.Cell("name")).ToHaveValueAsync("Large");
    });

    [Fact]
    public Task A_field_that_cannot_be_read_says_what_to_do_and_nothing_saved_is_lost() => EditAsync(Check, async (editor, _) =>
    {
        await editor.Cell("conversion").FillAsync("a fifth");

        await Assertions.Expect(editor.Page.Locator("#problems")).ToContainTextAsync("Write it as 20% or 0.2.");
        await Assertions.Expect(editor.Cell("conversion")).ToHaveAttributeAsync("aria-invalid", "true");
        await editor.SeesProfitAsync("$40,000.00");

        await editor.Cell("conversion").FillAsync("120%");
        await Assertions.Expect(editor.Page.Locator("#problems")).ToContainTextAsync("between 0% and 100%");

        await editor.Cell("conversion").FillAsync("25");
        await editor.SeesProfitAsync("$75,000.00");
        await Assertions.Expect(editor.Page.Locator("#problems")).ToBeEmptyAsync();
    });

    [Fact]
    public async Task Of_two_people_the_later_is_told_what_changed_and_keeps_both()
    {
        var organisation = await app.GivenOrganisationAsync();
        var colleague = await app.GivenMemberAsync(organisation, Role.Founder, "Colleague");
        var id = await app.GivenScenarioAsync(organisation, Check);
        await browser.VisitAsync(app, async first =>
        {
            await first.SignInAsync(app, organisation.Owner, organisation);
            var mine = new Editor(first);
            await mine.OpenAsync(organisation.Slug, id);
            await browser.VisitAsync(app, async second =>
            {
                await second.SignInAsync(app, colleague, organisation);
                var theirs = new Editor(second);
                await theirs.OpenAsync(organisation.Slug, id);
                await theirs.Cell("revenue/price").FillAsync("120");
                await theirs.SeesProfitAsync("$80,000.00");
            });

            await mine.Cell("conversion").FillAsync("25%");
            await Assertions.Expect(first.Page.Locator("#problems h2")).ToHaveTextAsync("Colleague has changed this scenario in the meantime");
            await first.AssertAccessibleAsync();
            await first.PictureAsync("conflict");
            await first.Page.ClickAsync("[data-choice=Both]");

            // 0.25 · 10,000 · 90 − 100,000
            await mine.SeesProfitAsync("$125,000.00");
            await Assertions.Expect(mine.Cell("revenue/price")).ToHaveValueAsync("120");
        });
    }

    [Fact]
    public async Task A_viewer_reads_and_cannot_type()
    {
        var organisation = await app.GivenOrganisationAsync();
        var viewer = await app.GivenMemberAsync(organisation, Role.Viewer);
        var id = await app.As(organisation.Owner, organisation).Send(new CreateScenario.Command(null, "home-voice-control", null, default));
        await browser.VisitAsync(app, async visit =>
        {
            await visit.SignInAsync(app, viewer, organisation);
            var editor = new Editor(visit);
            await editor.OpenAsync(organisation.Slug, id);

            await Assertions.Expect(editor.Cell("conversion")).Not.ToBeEditableAsync();
            Assert.False(await visit.Page.Locator("[data-add=segments]").IsVisibleAsync());
            await visit.Page.Locator(".why").First.ClickAsync();
            Assert.True(await visit.Page.Locator(".why-text").First.IsVisibleAsync());
            await visit.AssertAccessibleAsync();
        });
    }

    private async Task EditAsync(Scenario content, Func<Editor, Guid, Task> act)
    {
        var organisation = await app.GivenOrganisationAsync();
        var id = await app.GivenScenarioAsync(organisation, content);
        await browser.VisitAsync(app, async visit =>
        {
            await visit.SignInAsync(app, organisation.Owner, organisation);
            var editor = new Editor(visit);
            await editor.OpenAsync(organisation.Slug, id);
            await act(editor, id);
        });
    }
}
