using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Sharing;
using ProfitPlanner.Application.Tests.Scenarios;
using ProfitPlanner.Data.Sharing;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Application.Tests.Sharing;

/// <summary>Who is let in by a share link, and who is not.</summary>
public sealed partial class PassingTheDoor(PlannerFixture planner) : IClassFixture<PlannerFixture>
{
    private const string Passcode = "seed-2026";
    private const string Investor = "ines@fund.example";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_link_without_a_door_opens_for_whoever_has_it_and_knows_the_browser_again()
    {
        var (_, share) = await GivenAsync();

        var first = await OpenAsync(share);
        var again = await OpenAsync(share, first!.NewKey);

        Assert.NotNull(first.NewKey);
        Assert.Null(again!.NewKey);
        Assert.Equal(first.Hash, again.Hash);
        Assert.Equal(1, (await LinkAsync(share)).Visits);
        planner.Clock.Advance(OpenDashboard.Pause + TimeSpan.FromMinutes(1));
        await OpenAsync(share, first.NewKey);
        Assert.Equal(2, (await LinkAsync(share)).Visits);
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("expired")]
    [InlineData("revoked")]
    [InlineData("paused")]
    [InlineData("nothing published")]
    [InlineData("passcode")]
    [InlineData("address")]
    public async Task What_is_shut_gives_nothing_whatever_the_reason(string why)
    {
        var (_, share) = await GivenAsync(link =>
        {
            link.ExpiresAt = why == "expired" ? planner.Clock.GetUtcNow() : link.ExpiresAt;
            link.RevokedAt = why == "revoked" ? planner.Clock.GetUtcNow() : null;
            link.IsPaused = why == "paused";
            link.PasscodeHash = why == "passcode" ? Passcodes.HashOf(Passcode) : null;
            link.Emails = why == "address" ? [Investor] : [];
        });
        if (why == "unknown")
            share = share with { Token = share.Token[1..] + "A" };
        if (why == "nothing published")
        {
            await using var db = planner.Database.AsOwner();
            await db.ShareLinks.IgnoreQueryFilters().Where(l => l.Id == share.Id).ExecuteUpdateAsync(l => l.SetProperty(x => x.LatestSnapshot, 0), Cancellation);
        }

        Assert.Null(await OpenAsync(share));
        Assert.Null(await OpenAsync(share, key: "made up"));
        Assert.Null(await planner.AsAnybody().Send(new PassDoor.Command(share.Token, "wrong!", Investor, "12345678")));
    }

    [Fact]
    public async Task The_passcode_lets_in_until_it_is_changed()
    {
        var (_, share) = await GivenAsync(link => link.AsksFor(Passcode));

        var key = await planner.AsAnybody().Send(new PassDoor.Command(share.Token, Passcode, null, null));

        Assert.NotNull(await OpenAsync(share, key));
        planner.Clock.Advance(TimeSpan.FromSeconds(1));
        await ChangeAsync(share, link => link.DoorChangedAt = planner.Clock.GetUtcNow());
        Assert.Null(await OpenAsync(share, key));
    }

    [Fact]
    public async Task A_code_is_mailed_to_an_address_of_the_list_and_lets_in_once()
    {
        var (_, share) = await GivenAsync(link => link.Emails = [Investor]);
        var anybody = planner.AsAnybody();

        await anybody.Send(new SendDoorCode.Command(share.Token, null, " Ines@Fund.example"));
        var code = await CodeAsync(Investor);
        var key = await anybody.Send(new PassDoor.Command(share.Token, null, "INES@fund.example ", $"{code[..4]} {code[4..]}"));

        Assert.Equal(Investor, (await OpenAsync(share, key))!.Viewer);
        Assert.Null(await anybody.Send(new PassDoor.Command(share.Token, null, Investor, code)));
        await ChangeAsync(share, link => link.Emails = ["other@fund.example"]);
        Assert.Null(await OpenAsync(share, key));
    }

    [Fact]
    public async Task An_address_that_is_not_on_the_list_gets_no_code_and_no_other_answer()
    {
        var (_, share) = await GivenAsync(link => link.Emails = [Investor]);

        await planner.AsAnybody().Send(new SendDoorCode.Command(share.Token, null, "stranger@fund.example"));

        Assert.Empty(await planner.MailsToAsync("stranger@fund.example"));
    }

    [Fact]
    public async Task A_code_is_used_up_by_wrong_ones_and_by_time()
    {
        const string address = "guess@fund.example";
        var (_, share) = await GivenAsync(link => link.Emails = [address]);
        var anybody = planner.AsAnybody();
        await anybody.Send(new SendDoorCode.Command(share.Token, null, address));
        var code = await CodeAsync(address);
        for (var i = 0; i < PassDoor.MostAttempts; i++)
            Assert.Null(await anybody.Send(new PassDoor.Command(share.Token, null, address, code == "00000000" ? "1" : "00000000")));
        Assert.Null(await anybody.Send(new PassDoor.Command(share.Token, null, address, code)));

        await anybody.Send(new SendDoorCode.Command(share.Token, null, address));
        var second = await CodeAsync(address);
        planner.Clock.Advance(SendDoorCode.ValidFor);
        Assert.Null(await anybody.Send(new PassDoor.Command(share.Token, null, address, second)));
    }

    [Fact]
    public async Task A_letter_box_is_not_filled_with_codes()
    {
        const string address = "often@fund.example";
        var (_, share) = await GivenAsync(link => link.Emails = [address]);
        for (var i = 0; i < 3; i++)
            await planner.AsAnybody().Send(new SendDoorCode.Command(share.Token, null, address));

        Assert.Single(await planner.MailsToAsync(address));
    }

    [Fact]
    public async Task Where_both_are_asked_for_neither_is_enough()
    {
        const string address = "both@fund.example";
        var (_, share) = await GivenAsync(link => (link.PasscodeHash, link.Emails) = (Passcodes.HashOf(Passcode), [address]));
        var anybody = planner.AsAnybody();

        await anybody.Send(new SendDoorCode.Command(share.Token, "wrong!", address));
        Assert.Empty(await planner.MailsToAsync(address));
        await anybody.Send(new SendDoorCode.Command(share.Token, Passcode, address));
        var code = await CodeAsync(address);

        Assert.Null(await anybody.Send(new PassDoor.Command(share.Token, null, address, code)));
        Assert.Null(await anybody.Send(new PassDoor.Command(share.Token, Passcode, address, null)));
        Assert.NotNull(await anybody.Send(new PassDoor.Command(share.Token, Passcode, address, code)));
    }

    [Fact]
    public async Task The_last_visit_is_one_persons_even_where_ten_come_at_once()
    {
        var (_, share) = await GivenAsync(link => link.MostVisits = 3);

        var opened = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => OpenAsync(share)));

        Assert.Equal(3, opened.Count(result => result is not null));
        Assert.Equal(3, (await LinkAsync(share)).Visits);
        // Who is inside goes on looking.
        Assert.NotNull(await OpenAsync(share, opened.First(result => result is not null)!.NewKey));
    }

    [Fact]
    public async Task The_founder_is_told_of_the_first_visit_alone()
    {
        var (organisation, share) = await GivenAsync();

        await OpenAsync(share);
        await OpenAsync(share);

        Assert.Single(await planner.MailsToAsync(organisation.Owner.Email));
    }

    [Fact]
    public async Task A_new_snapshot_says_what_the_viewer_saw_last()
    {
        var (organisation, share) = await GivenAsync();
        var first = await OpenAsync(share);
        Assert.Null(first!.LastSeen);

        planner.Clock.Advance(TimeSpan.FromMinutes(1));
        await planner.GivenSnapshotAsync(organisation, share, [Examples.Article with { Name = "Later" }]);
        var second = await OpenAsync(share, first.NewKey);

        Assert.Equal((2, 1), (second!.Content.Version, second.LastSeen!.Version));
        Assert.NotEqual(first.Hash, second.Hash);
        Assert.Equal(2, (await LinkAsync(share)).Visits);
    }

    [Fact]
    public async Task Files_of_a_page_need_a_visit_and_begin_none()
    {
        var (_, share) = await GivenAsync();

        Assert.Null(await planner.AsAnybody().Send(new OpenDashboard.Command(share.Token, null, BeginsVisit: false)));
        var opened = await OpenAsync(share);
        Assert.NotNull(await planner.AsAnybody().Send(new OpenDashboard.Command(share.Token, opened!.NewKey, BeginsVisit: false)));
        Assert.Equal(1, (await LinkAsync(share)).Visits);
    }

    private async Task<(GivenOrganisation Organisation, GivenShare Share)> GivenAsync(Action<ShareLink>? change = null)
    {
        var organisation = await planner.GivenOrganisationAsync();
        return (organisation, await planner.GivenShareAsync(organisation, [Examples.Article], change));
    }

    private Task<OpenDashboard.Result?> OpenAsync(GivenShare share, string? key = null) =>
        planner.AsAnybody().Send(new OpenDashboard.Command(share.Token, key, BeginsVisit: true));

    private async Task<ShareLink> LinkAsync(GivenShare share)
    {
        await using var db = planner.Database.AsOwner();
        return await db.ShareLinks.IgnoreQueryFilters().SingleAsync(link => link.Id == share.Id, Cancellation);
    }

    private async Task ChangeAsync(GivenShare share, Action<ShareLink> change)
    {
        await using var db = planner.Database.AsOwner();
        change(await db.ShareLinks.IgnoreQueryFilters().SingleAsync(link => link.Id == share.Id, Cancellation));
        await db.SaveChangesAsync(Cancellation);
    }

    private async Task<string> CodeAsync(string address) =>
        Code().Match((await planner.MailsToAsync(address)).OrderBy(mail => mail.CreatedAt).Last().Body).Value;

    [GeneratedRegex(@"\b\d{8}\b")]
    private static partial Regex Code();
}
