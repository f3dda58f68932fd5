using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ProfitPlanner.Data.Jobs;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Web.Tests.Pages.Jobs;

public sealed class JobTests(WebApp app, Browser browser) : IClassFixture<WebApp>
{
    [Fact]
    public Task A_job_under_way_shows_how_far_it_is_and_is_cancelled_without_leaving_the_page() => VisitAsync(
        job => (job.State, job.Done, job.Total, job.DoneBefore, job.StartedAt, job.LeaseUntil) =
            (JobState.Running, 1_200, 4_000, 0, DateTimeOffset.UtcNow.AddMinutes(-3), DateTimeOffset.UtcNow.AddHours(1)),
        async (visit, advance) =>
        {
            await Sees(visit, "Reading what customers said");
            await Sees(visit, "1,200 of 4,000. About ");
            await Sees(visit, " min left.");
            await visit.AssertAccessibleAsync();
            await visit.PictureAsync("job");
            await advance(job => job.Done = 2_000);
            await Sees(visit, "2,000 of 4,000.");
            await visit.Page.ClickAsync(".job button");
            await Sees(visit, "Stops after the step under way");
            await advance(job => job.State = JobState.Cancelled);
            await Sees(visit, "Cancelled. What was done before stays.");
        });

    [Theory]
    [InlineData("TriedTooOften", "已连续中断五次")]
    [InlineData("Unexpected", "发生意外错误")]
    [InlineData("ModelUnreadable", "模型无法读取")]
    public Task A_failure_is_told_in_words(string failure, string words) => VisitAsync(
        job => (job.State, job.Failure) = (JobState.Failed, failure),
        async (visit, _) =>
        {
            await Sees(visit, words);
            await ChineseText.AssertAsync(visit.Page);
            await visit.AssertFitsAsync();
            await visit.AssertAccessibleAsync();
        }, language: "zh-Hans", narrow: true);

    private static Task Sees(Visit visit, string text) => Assertions.Expect(visit.Page.Locator(".job")).ToContainTextAsync(text, new() { Timeout = 30_000 });

    /// <param name="begin">How the job stands when it is first looked at.</param>
    /// <param name="act">What the visitor does, and what brings the job forward meanwhile.</param>
    private async Task VisitAsync(Action<Job> begin, Func<Visit, Func<Action<Job>, Task>, Task> act, string language = "en", bool narrow = false)
    {
        var organisation = await app.GivenOrganisationAsync();
        await using var db = app.Database.AsOwner();
        var job = new Job { OrganisationId = organisation.Id, Kind = JobKind.Classify, CreatedBy = organisation.Owner.Id, CreatedAt = DateTimeOffset.UtcNow };
        begin(job);
        db.Add(job);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        await browser.VisitAsync(app, async visit =>
        {
            await visit.SignInAsync(app, organisation.Owner, organisation);
            await visit.GoAsync($"/o/{organisation.Slug}/jobs/{job.Id}");
            await act(visit, async change =>
            {
                change(job);
                await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            });
        }, language, narrow);
    }
}
