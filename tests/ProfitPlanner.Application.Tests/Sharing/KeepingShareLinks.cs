using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Application.Sharing;
using ProfitPlanner.Application.Tests.Scenarios;
using ProfitPlanner.Data.Sharing;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Application.Tests.Sharing;

/// <summary>A founder changes a link, closes it, and sees who looked.</summary>
public sealed class KeepingShareLinks(PlannerFixture planner) : IClassFixture<PlannerFixture>
{
    internal static ShareSettings Settings() => new()
    {
        Name = "Seed round",
        Until = new DateOnly(2026, 4, 1),
        Culture = CultureInfo.GetCultureInfo("en"),
    };

    internal static ShareChoice Choice(params Guid[] scenarios) =>
        new() { Scenarios = scenarios, Parts = [DashboardPart.Waterfall], Depth = EvidenceDepth.Grade };

    [Fact]
    public async Task Everything_but_what_is_shown_can_be_changed()
    {
        var (_, owner, share) = await GivenAsync();
        var settings = Settings() with
        {
            Name = " Series A ",
            Until = Settings().Until.AddDays(10),
            Emails = ["B@example.com", "a@example.com"],
            MostVisits = 5,
            AllowsDownloads = false,
            HasWatermark = true,
            Culture = CultureInfo.GetCultureInfo("zh-Hans"),
        };

        await owner.Send(new ChangeShareLink.Command(share.Id, settings with { Passcode = "open sesame" }, RemovesPasscode: false));

        var link = await owner.Send(new OpenShareLink.Query(share.Id));
        Assert.Equivalent(settings with { Name = "Series A", Emails = ["b@example.com", "a@example.com"] }, link.Settings);
        Assert.True(link.HasPasscode);
        Assert.Single(link.Snapshots);
    }

    [Fact]
    public async Task Whoever_passed_the_door_before_passes_again_only_where_it_changed()
    {
        var (organisation, owner, share) = await GivenAsync();
        async Task<DateTimeOffset?> ChangedAsync(ShareSettings settings, bool removesPasscode = false)
        {
            planner.Clock.Advance(TimeSpan.FromMinutes(1));
            await owner.Send(new ChangeShareLink.Command(share.Id, settings, removesPasscode));
            return (await StoredAsync(organisation, share)).DoorChangedAt;
        }

        Assert.Null(await ChangedAsync(Settings() with { Name = "Renamed", MostVisits = 9 }));
        var passcode = await ChangedAsync(Settings() with { Passcode = "open sesame" });
        Assert.NotNull(passcode);
        // An empty field keeps the passcode, and the door as it is.
        Assert.Equal(passcode, await ChangedAsync(Settings()));
        Assert.NotNull((await StoredAsync(organisation, share)).PasscodeHash);
        var listed = await ChangedAsync(Settings() with { Emails = ["a@example.com", "b@example.com"] });
        Assert.True(listed > passcode);
        Assert.Equal(listed, await ChangedAsync(Settings() with { Emails = ["B@example.com", "a@example.com"] }));
        Assert.True(await ChangedAsync(Settings() with { Emails = ["B@example.com", "a@example.com"] }, removesPasscode: true) > listed);
        Assert.Null((await StoredAsync(organisation, share)).PasscodeHash);
    }

    [Fact]
    public async Task A_passcode_is_kept_hashed_and_slow()
    {
        var (organisation, owner, share) = await GivenAsync();

        await owner.Send(new ChangeShareLink.Command(share.Id, Settings() with { Passcode = "open sesame" }, RemovesPasscode: false));

        var link = await StoredAsync(organisation, share);
        Assert.DoesNotContain("sesame", link.PasscodeHash, StringComparison.Ordinal);
        var hasher = new PasswordHasher<ShareLink>();
        Assert.Equal(PasswordVerificationResult.Success, hasher.VerifyHashedPassword(link, link.PasscodeHash!, "open sesame"));
    }

    [Fact]
    public async Task A_paused_link_shows_nothing_until_it_goes_on()
    {
        var (_, owner, share) = await GivenAsync();

        await owner.Send(new PauseShareLink.Command(share.Id, IsPaused: true));
        Assert.Equal(ShareState.Paused, (await owner.Send(new OpenShareLink.Query(share.Id))).State);
        Assert.Null(await LookAsync(share, null));

        await owner.Send(new PauseShareLink.Command(share.Id, IsPaused: false));
        Assert.NotNull(await LookAsync(share, null));
    }

    [Fact]
    public async Task A_revoked_link_is_closed_at_once_and_for_good_and_its_record_is_kept()
    {
        var (_, owner, share) = await GivenAsync();
        var key = (await LookAsync(share, null))!.NewKey;

        await owner.Send(new RevokeShareLink.Command(share.Id));

        Assert.Null(await LookAsync(share, key));
        await Assert.ThrowsAsync<NotFoundException>(() => owner.Send(new PauseShareLink.Command(share.Id, IsPaused: false)));
        await Assert.ThrowsAsync<NotFoundException>(() => owner.Send(new ChangeShareLink.Command(share.Id, Settings(), RemovesPasscode: false)));
        await owner.Send(new RevokeShareLink.Command(share.Id));
        var link = await owner.Send(new OpenShareLink.Query(share.Id));
        Assert.Equal((ShareState.Revoked, 1, 1), (link.State, link.Visits.Count, link.Snapshots.Count));
    }

    [Fact]
    public async Task The_list_says_how_each_link_stands()
    {
        var (organisation, owner, _) = await GivenAsync();
        var now = planner.Clock.GetUtcNow();
        foreach (Action<ShareLink> change in new Action<ShareLink>[]
        {
            link => (link.Name, link.IsPaused) = ("Paused", true),
            link => (link.Name, link.ExpiresAt) = ("Expired", now.AddDays(-1)),
            link => (link.Name, link.Visits, link.MostVisits) = ("Exhausted", 3, 3),
            link => (link.Name, link.RevokedAt, link.IsPaused) = ("Revoked", now, true),
        })
        {
            planner.Clock.Advance(TimeSpan.FromMinutes(1));
            await planner.GivenShareAsync(organisation, [Examples.Article], change);
        }

        var listed = await owner.Send(new ListShareLinks.Query());

        Assert.Equal(
            [("Revoked", ShareState.Revoked), ("Exhausted", ShareState.Exhausted), ("Expired", ShareState.Expired), ("Paused", ShareState.Paused), ("Seed round", ShareState.Open)],
            listed.Select(item => (item.Name, item.State)));
        var elsewhere = await planner.GivenOrganisationAsync();
        Assert.Empty(await planner.As(elsewhere.Owner, elsewhere).Send(new ListShareLinks.Query()));
    }

    [Fact]
    public async Task The_log_says_who_looked_when_at_what_and_how_long()
    {
        var (organisation, owner, share) = await GivenAsync();
        var now = planner.Clock.GetUtcNow();
        await planner.GivenVisitAsync(organisation, share, email: null, now.AddDays(-3), """{ "price": 5, "summary": 12.5 }""");
        await planner.GivenVisitAsync(organisation, share, "investor@example.com", now.AddDays(-2), "{}");
        await planner.GivenVisitAsync(organisation, share, email: null, now.AddDays(-1), """{ "cash": 60 }""");

        var visits = (await owner.Send(new OpenShareLink.Query(share.Id))).Visits;

        Assert.Equal([(null, 3), ("investor@example.com", 2), (null, 1)], visits.Select(visit => (visit.By.Email, visit.By.Number)));
        Assert.Equal([("summary", 12.5), ("price", 5)], visits[2].Parts);
        Assert.Equal([60, 0, 17.5], visits.Select(visit => visit.Total));
        var item = (await owner.Send(new ListShareLinks.Query())).Single();
        Assert.Equal(now.AddDays(-1), item.LastVisit!.Value, TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task Notes_are_read_once_and_only_those_that_were_seen()
    {
        var (organisation, owner, share) = await GivenAsync();
        var visitor = await planner.GivenVisitAsync(organisation, share, "investor@example.com", planner.Clock.GetUtcNow().AddDays(-1));
        await planner.GivenNoteAsync(organisation, share, visitor, "runway", "Is that with the loan?");
        var seen = (await owner.Send(new OpenShareLink.Query(share.Id))).Notes;
        planner.Clock.Advance(TimeSpan.FromMinutes(1));
        await planner.GivenNoteAsync(organisation, share, visitor, null, "And who else is in?");
        Assert.Equal(2, (await owner.Send(new ListShareLinks.Query())).Single().UnreadNotes);

        await owner.Send(new ReadShareNotes.Command(share.Id, [.. seen.Select(note => note.Id)]));

        var notes = (await owner.Send(new OpenShareLink.Query(share.Id))).Notes;
        Assert.Equal([("And who else is in?", null, false), ("Is that with the loan?", "runway", true)], notes.Select(note => (note.Text, note.Figure, note.IsRead)));
        Assert.All(notes, note => Assert.Equal(("Article", "investor@example.com"), (note.Scenario.Scenario.Name, note.By.Email)));
        Assert.Equal(1, (await owner.Send(new ListShareLinks.Query())).Single().UnreadNotes);
    }

    private async Task<(GivenOrganisation Organisation, Sender Owner, GivenShare Share)> GivenAsync()
    {
        var organisation = await planner.GivenOrganisationAsync();
        return (organisation, planner.As(organisation.Owner, organisation), await planner.GivenShareAsync(organisation, [Examples.Article]));
    }

    private Task<OpenDashboard.Result?> LookAsync(GivenShare share, string? key) =>
        planner.AsAnybody().Send(new OpenDashboard.Command(share.Token, key, BeginsVisit: true));

    private async Task<ShareLink> StoredAsync(GivenOrganisation organisation, GivenShare share)
    {
        await using var db = planner.Database.AsOwner();
        return await db.ShareLinks.IgnoreQueryFilters().SingleAsync(link => link.OrganisationId == organisation.Id && link.Id == share.Id, TestContext.Current.CancellationToken);
    }
}
