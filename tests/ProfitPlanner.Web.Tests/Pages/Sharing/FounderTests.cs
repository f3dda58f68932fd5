using System.Net;
using Microsoft.Playwright;
using ProfitPlanner.Application.Scenarios;
using ProfitPlanner.Application.Sharing;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Data.Sharing;
using ProfitPlanner.ProfitModel;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.Testing;
using static ProfitPlanner.Web.Tests.Pages.PlanRoom;

namespace ProfitPlanner.Web.Tests.Pages.Sharing;

/// <summary>A founder shares scenarios, keeps the link, and sees who looked.</summary>
public sealed class FounderTests(WebApp app, Browser browser) : IClassFixture<WebApp>
{
    private static readonly Scenario InChinese = Article() with
    {
        Name = "示例",
        Segments = [Article().Segments[0] with { Name = "商店" }],
        FixedCosts = [Article().FixedCosts[0] with { Name = "租金" }],
    };

    [Fact]
    public Task From_a_scenario_to_an_address_that_is_shown_once_and_opens_the_dashboard() => VisitAsync(async at =>
    {
        var page = at.Page;
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await at.Visit.GoAsync($"{at.Room}/sharing");
        await SeesAsync(page.Locator(".empty"), "Dashboards that you show to investors appear here");
        await at.Visit.AssertAccessibleAsync();
        await at.Visit.PictureAsync("sharing-empty");
        await page.ClickAsync("header nav a:has-text('Scenarios')");
        await page.ClickAsync(".scenario h2 a");
        await page.ClickAsync(".rooms a:has-text('Share')");

        await Assertions.Expect(page.Locator($"[name='Choice.Scenarios'][value='{at.Scenario}']")).ToBeCheckedAsync();
        await page.FillAsync("[name='Settings.Name']", "Seed round");
        await at.Visit.AssertAccessibleAsync();
        await at.Visit.PictureAsync("sharing-new");
        await page.ClickAsync("text=Publish and create the link");

        await SeesAsync(page.Locator("#created"), "It is shown this once");
        await at.Visit.AssertAccessibleAsync();
        await at.Visit.PictureAsync("sharing-created");
        await page.ClickAsync("#created button");
        await SeesAsync(page.Locator("#created button"), "Copied");
        var address = await page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        Assert.Equal(await page.InputValueAsync("#address"), address);
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#created")).ToHaveCountAsync(0);
        Assert.DoesNotContain(address[^43..], await page.ContentAsync(), StringComparison.Ordinal);

        using var investor = app.Client();
        using var dashboard = await investor.GetAsync(new Uri(address), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, dashboard.StatusCode);
        await page.ReloadAsync();
        await SeesAsync(page.Locator("#log"), "Viewer 1");
        await at.Visit.GoAsync($"{at.Room}/sharing");
        await SeesAsync(page.Locator("#links"), "Seed round");
        await SeesAsync(page.Locator("[data-state=Open]"), "open");
    });

    [Fact]
    public Task What_is_typed_wrongly_is_said_at_its_field_and_nothing_typed_is_lost() => VisitAsync(async at =>
    {
        var page = at.Page;
        await at.Visit.GoAsync($"{at.Room}/sharing/new");
        await page.FillAsync("[name='Settings.MostVisits']", "a few");
        await page.FillAsync("[name='Settings.Emails']", "ines@fund.example\nnobody");
        await page.FillAsync("[name='Settings.Passcode']", "123");
        await page.FillAsync("[name='Settings.Until']", "2020-01-01");
        await page.SelectOptionAsync("[name='Choice.Currency']", "JPY");
        await page.FillAsync("[name='Choice.Rate']", "a lot");
        await page.CheckAsync("[name='Choice.AllInputs'][value=false]");
        await page.Locator("#inputs summary").First.ClickAsync();
        await page.CheckAsync($"[name='Choice.Inputs'][value='{at.Scenario}:{Conversion}']");
        await page.UncheckAsync("[name='Choice.Parts'][value=Tornado]");
        await page.CheckAsync("[name='Choice.Depth'][value=Sentences]");
        await page.ClickAsync("text=Publish and create the link");

        foreach (var (field, problem) in new[]
        {
            ("Settings_Name", "Name the link"), ("Settings_Until", "today or later"), ("Settings_MostVisits", "A whole number from 1"), ("Settings_Passcode", "6 to 100 characters"),
            ("Settings_Emails", "no e-mail address"), ("Choice_Rate", "a number above 0"),
        })
        {
            await SeesAsync(page.Locator($"#{field}-error"), problem);
            await Assertions.Expect(page.Locator($"#{field}")).ToHaveAttributeAsync("aria-invalid", "true");
        }
        Assert.Equal("123", await page.InputValueAsync("[name='Settings.Passcode']"));
        Assert.Equal("a few", await page.InputValueAsync("[name='Settings.MostVisits']"));
        Assert.Equal("ines@fund.example\nnobody", await page.InputValueAsync("[name='Settings.Emails']"));
        Assert.Equal(("JPY", "a lot"), (await page.InputValueAsync("[name='Choice.Currency']"), await page.InputValueAsync("[name='Choice.Rate']")));
        await Assertions.Expect(page.Locator($"[name='Choice.Inputs'][value='{at.Scenario}:{Conversion}']")).ToBeCheckedAsync();
        await Assertions.Expect(page.Locator("[name='Choice.Parts'][value=Tornado]")).Not.ToBeCheckedAsync();
        await Assertions.Expect(page.Locator("[name='Choice.Depth'][value=Sentences]")).ToBeCheckedAsync();
        await at.Visit.AssertAccessibleAsync();
        await at.Visit.PictureAsync("sharing-new-wrong");
        Assert.Empty(await at.Owner.Send(new ListShareLinks.Query()));
    });

    [Fact]
    public Task Scenarios_of_two_currencies_need_a_rate() => VisitAsync(async at =>
    {
        var page = at.Page;
        var other = await app.GivenStoredScenarioAsync(at.Organisation, Article() with { Name = "Abroad", Currency = Currency.Of("USD") });
        await at.Visit.GoAsync($"{at.Room}/sharing/new?scenario={at.Scenario}");
        await page.FillAsync("[name='Settings.Name']", "Both");
        await page.CheckAsync($"[name='Choice.Scenarios'][value='{other}']");
        await page.ClickAsync("text=Publish and create the link");
        await SeesAsync(page.Locator("#Choice_Currency-error"), "All scenarios of a dashboard end in one currency");

        await page.SelectOptionAsync("[name='Choice.Currency']", "USD");
        await page.FillAsync("[name='Choice.Rate']", "1.08");
        await page.CheckAsync($"[name='Choice.First'][value='{other}']");
        await page.ClickAsync("text=Publish and create the link");

        await SeesAsync(page.Locator("#created"), "The dashboard is published");
        var link = await at.Owner.Send(new OpenShareLink.Query((await at.Owner.Send(new ListShareLinks.Query())).Single().Id));
        Assert.Equal([other, at.Scenario], link.Choice.Scenarios);
        Assert.Equal(("USD", 1.08m), (link.Choice.In!.Currency, link.Choice.In.Rate));
    });

    [Fact]
    public Task A_link_is_published_again_changed_paused_and_revoked() => VisitAsync(async at =>
    {
        var page = at.Page;
        var created = await at.Owner.Send(new CreateShareLink.Command(
            new ShareSettings { Name = "Seed round", Until = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(30), Culture = new("en") },
            new ShareChoice { Scenarios = [at.Scenario], Parts = [DashboardPart.Cash], Depth = EvidenceDepth.Grade }));
        await at.Visit.GoAsync($"{at.Room}/sharing/{created.Id}");
        await SeesAsync(page.Locator("#log"), "Nobody has looked yet");
        await at.Visit.AssertAccessibleAsync();

        await page.ClickAsync("#publish summary");
        await Assertions.Expect(page.Locator("[name='Choice.Parts'][value=Cash]")).ToBeCheckedAsync();
        await Assertions.Expect(page.Locator("[name='Choice.Parts'][value=Price]")).Not.ToBeCheckedAsync();
        await page.UncheckAsync($"[name='Choice.Scenarios'][value='{at.Scenario}']");
        await page.ClickAsync("#publish button.primary");
        await SeesAsync(page.Locator("#Choice_Scenarios-error"), "Choose at least one scenario");
        await page.CheckAsync($"[name='Choice.Scenarios'][value='{at.Scenario}']");
        await page.ClickAsync("#publish button.primary");
        await SeesAsync(page.Locator("main > .notice"), "Snapshot 2 is published");
        await Assertions.Expect(page.Locator("#snapshots tbody tr")).ToHaveCountAsync(2);

        await page.ClickAsync("#settings summary");
        await page.FillAsync("[name='Settings.Name']", "Series A");
        await page.FillAsync("[name='Settings.Passcode']", "open sesame");
        await page.CheckAsync("[name='Settings.HasWatermark']");
        await page.ClickAsync("#settings button.primary");
        await SeesAsync(page.Locator("#Settings_HasWatermark-error"), "list who may open the link");
        Assert.Equal("Series A", await page.InputValueAsync("[name='Settings.Name']"));
        await page.FillAsync("[name='Settings.Emails']", "ines@fund.example");
        await at.Visit.AssertAccessibleAsync();
        await at.Visit.PictureAsync("sharing-settings");
        await page.ClickAsync("#settings button.primary");
        await SeesAsync(page.Locator("main > .notice"), "The settings are saved");
        await SeesAsync(page.Locator("h1"), "Series A");
        await page.ClickAsync("#settings summary");
        await SeesAsync(page.Locator("#settings"), "Ask for no passcode any more");

        await page.ClickAsync("button:has-text('Pause')");
        await SeesAsync(page.Locator("main > .notice"), "The link is paused");
        await SeesAsync(page.Locator("h1"), "paused");
        await page.ClickAsync("button:has-text('Open it again')");
        await SeesAsync(page.Locator("h1"), "open");
        await page.ClickAsync("summary:has-text('Revoke')");
        await SeesAsync(page.Locator("main"), "closes at once and for good");
        await page.ClickAsync("button:has-text('Revoke for good')");
        await SeesAsync(page.Locator("main > .notice"), "revoked for good");
        await Assertions.Expect(page.Locator("#settings, #publish, button:has-text('Pause')")).ToHaveCountAsync(0);
        await at.Visit.AssertAccessibleAsync();
    });

    [Fact]
    public Task The_log_and_the_notes_say_who_looked_and_what_they_asked() => VisitAsync(async at =>
    {
        var page = at.Page;
        var share = await GivenWatchedAsync(at.Organisation);
        await at.Visit.GoAsync($"{at.Room}/sharing");
        await SeesAsync(page.Locator(".takeaway"), "1 of 1 links are open; 2 notes are unread.");
        await page.ClickAsync("#links a");

        await SeesAsync(page.Locator("#log tbody tr").Nth(0), "ines@fund.example");
        await SeesAsync(page.Locator("#log tbody tr").Nth(0), "price 1:05 · runway 0:10");
        await SeesAsync(page.Locator("#log tbody tr").Nth(1), "Viewer 1");
        await SeesAsync(page.Locator("#notes"), "runway");
        await SeesAsync(page.Locator("#notes"), "Is that with the loan?");
        await at.Visit.AssertAccessibleAsync();
        await at.Visit.PictureAsync("sharing-link");
        await page.ClickAsync("text=Mark as read");
        await SeesAsync(page.Locator("main > .notice"), "marked as read");
        await Assertions.Expect(page.Locator("#notes .badge")).ToHaveCountAsync(0);
        Assert.Equal(0, (await at.Owner.Send(new ListShareLinks.Query())).Single(link => link.Id == share.Id).UnreadNotes);
    });

    [Fact]
    public Task In_Chinese_nothing_is_left_in_English() => VisitAsync(async at =>
    {
        var share = await GivenWatchedAsync(at.Organisation, link => link.Name = "种子轮", "贷款算进去了吗？", "导师", InChinese);
        foreach (var (address, picture) in new[] { ("", "list"), ("/new", "new"), ($"/{share.Id}", "link") })
        {
            await at.Visit.GoAsync($"{at.Room}/sharing{address}");
            await at.Page.EvaluateAsync("() => document.querySelectorAll('code, select').forEach(each => each.remove())");
            await ChineseText.AssertAsync(at.Page);
            await at.Visit.GoAsync($"{at.Room}/sharing{address}");
            await at.Visit.AssertAccessibleAsync();
            await at.Visit.PictureAsync($"sharing-{picture}-chinese");
        }
    }, language: "zh-CN", scenario: InChinese);

    [Fact]
    public Task On_a_phone_everything_fits_in_light_and_dark() => VisitAsync(async at =>
    {
        var share = await GivenWatchedAsync(at.Organisation);
        await at.Page.SetViewportSizeAsync(360, 800);
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await at.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            foreach (var (address, picture) in new[] { ("", "list"), ("/new", "new"), ($"/{share.Id}", "link") })
            {
                await at.Visit.GoAsync($"{at.Room}/sharing{address}");
                await at.Visit.AssertFitsAsync();
                await at.Visit.AssertAccessibleAsync();
                await at.Visit.PictureAsync($"sharing-{picture}-narrow-{scheme}");
            }
        }
    }, narrow: true);

    [Fact]
    public Task An_analyst_sees_nothing_of_sharing() => VisitAsync(async at =>
    {
        await at.Page.Context.ClearCookiesAsync();
        await at.Visit.SignInAsync(app, await app.GivenMemberAsync(at.Organisation, Role.Analyst), at.Organisation);
        await at.Visit.GoAsync($"{at.Room}/scenarios/{at.Scenario}");
        await Assertions.Expect(at.Page.Locator("a[href*='/sharing']")).ToHaveCountAsync(0);
        at.Visit.ExpectedStatus = 403;
        Assert.Equal(403, (await at.Visit.GoAsync($"{at.Room}/sharing")).Status);
    });

    /// <summary>A link that two have looked at, one of whom asked twice.</summary>
    private async Task<GivenShare> GivenWatchedAsync(
        GivenOrganisation organisation, Action<ShareLink>? change = null, string question = "Is that with the loan?", string email = "ines@fund.example", Scenario? scenario = null)
    {
        var share = await app.GivenShareAsync(organisation, [scenario ?? Article()], change);
        var now = DateTimeOffset.UtcNow;
        await app.GivenVisitAsync(organisation, share, email: null, now.AddDays(-2), """{ "waterfall": 5 }""");
        var visitor = await app.GivenVisitAsync(organisation, share, email, now.AddDays(-1), """{ "runway": 10, "price": 65 }""");
        await app.GivenNoteAsync(organisation, share, visitor, "runway", question);
        await app.GivenNoteAsync(organisation, share, visitor, null, question);
        return share;
    }

    private async Task VisitAsync(Func<At, Task> act, string language = "en", bool narrow = false, Scenario? scenario = null)
    {
        var organisation = await app.GivenOrganisationAsync(await app.GivenPersonAsync(language == "en" ? "Olivia Owner" : "欧文"));
        var id = await app.GivenStoredScenarioAsync(organisation, scenario ?? Article());
        await browser.VisitAsync(app, async visit =>
        {
            await visit.SignInAsync(app, organisation.Owner, organisation);
            await act(new At(visit, organisation, id, app.As(organisation.Owner, organisation)));
        }, language, narrow);
    }

    private sealed record At(Visit Visit, GivenOrganisation Organisation, Guid Scenario, Sender Owner)
    {
        public IPage Page => Visit.Page;

        public string Room => $"/o/{Organisation.Slug}";
    }
}
