using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Application.Sharing;
using ProfitPlanner.Application.Tests.Scenarios;
using ProfitPlanner.Data.Sharing;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Application.Tests.Sharing;

/// <summary>What a viewer leaves behind: seconds, and notes; and nothing else.</summary>
public sealed class ViewersReports(PlannerFixture planner) : IClassFixture<PlannerFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Seconds_add_up_by_part()
    {
        var (_, share, key) = await GivenAsync();

        await SeenAsync(share, key, ("waterfall", 12), ("cash", 3));
        await SeenAsync(share, key, ("cash", 4));

        await using var db = planner.Database.AsOwner();
        var visit = await db.ShareVisits.IgnoreQueryFilters().SingleAsync(v => v.LinkId == share.Id, Cancellation);
        Assert.Equal("""{"cash": 7, "waterfall": 12}""", visit.Parts);
    }

    [Theory]
    [InlineData("<script>", 1)]
    [InlineData("", 1)]
    [InlineData("cash", 0)]
    [InlineData("cash", 100_000)]
    public async Task What_is_no_report_is_refused(string part, int seconds)
    {
        var (_, share, key) = await GivenAsync();

        await Assert.ThrowsAsync<ValidationException>(() => SeenAsync(share, key, (part, seconds)));
    }

    [Fact]
    public async Task A_note_reaches_the_founder_with_what_it_is_about()
    {
        var (organisation, share, key) = await GivenAsync();

        var result = await planner.AsAnybody().Send(new WriteNote.Command(share.Token, key, Scenario: 0, "profit", " Why so sure? "));

        Assert.Equal(WriteNote.Result.Written, result);
        await using var db = planner.Database.AsOwner();
        var note = await db.ShareNotes.IgnoreQueryFilters().SingleAsync(n => n.LinkId == share.Id, Cancellation);
        Assert.Equal(("profit", "Why so sure?", 1), (note.Figure, note.Text, note.Snapshot));
        Assert.Contains(await planner.MailsToAsync(organisation.Owner.Email), mail => mail.Body.Contains("Why so sure?", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    public async Task An_empty_note_is_refused(string? text)
    {
        var (_, share, key) = await GivenAsync();

        await Assert.ThrowsAsync<ValidationException>(() => planner.AsAnybody().Send(new WriteNote.Command(share.Token, key, 0, null, text)));
    }

    [Fact]
    public async Task Whoever_is_not_inside_leaves_nothing()
    {
        var (organisation, share, key) = await GivenAsync();
        var (_, other, _) = await GivenAsync();
        var before = await planner.EveryRowOfAsync(organisation);

        foreach (var (token, with) in new[] { (share.Token, (string?)null), (share.Token, "made up"), (other.Token, key), (share.Token + "x", key) })
        {
            await Assert.ThrowsAsync<NotFoundException>(() => planner.AsAnybody().Send(new WriteNote.Command(token, with, 0, null, "hello")));
            await Assert.ThrowsAsync<NotFoundException>(() => planner.AsAnybody().Send(
                new RecordView.Command(token, with, new Dictionary<string, int> { ["cash"] = 1 })));
        }

        Assert.Equal(before, await planner.EveryRowOfAsync(organisation));
    }

    [Fact]
    public async Task A_viewer_cannot_write_without_end()
    {
        var (_, share, key) = await GivenAsync();
        for (var i = 0; i < 50; i++)
            await planner.AsAnybody().Send(new WriteNote.Command(share.Token, key, 0, null, $"note {i}"));

        Assert.Equal(WriteNote.Result.TooMany, await planner.AsAnybody().Send(new WriteNote.Command(share.Token, key, 0, null, "one more")));
    }

    private async Task<(GivenOrganisation Organisation, GivenShare Share, string Key)> GivenAsync()
    {
        var organisation = await planner.GivenOrganisationAsync();
        var share = await planner.GivenShareAsync(organisation, [Examples.Article]);
        var opened = await planner.AsAnybody().Send(new OpenDashboard.Command(share.Token, null, BeginsVisit: true));
        return (organisation, share, opened!.NewKey!);
    }

    private Task<MediatR.Unit> SeenAsync(GivenShare share, string key, params (string Part, int Seconds)[] parts) =>
        planner.AsAnybody().Send(new RecordView.Command(share.Token, key, parts.ToDictionary(part => part.Part, part => part.Seconds)));
}
