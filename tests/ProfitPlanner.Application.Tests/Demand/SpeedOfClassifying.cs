using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Demand.Words;
using ProfitPlanner.Data.Jobs;
using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Intents.Classification;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Application.Tests.Demand;

/// <summary>What the job costs beside the engine alone; docs/performance.md has the figure. Runs when asked for: <c>-- xUnit.Explicit=only</c>.</summary>
public sealed class SpeedOfClassifying(PlannerFixture planner) : IClassFixture<PlannerFixture>
{
    [Fact(Explicit = true)]
    public async Task The_job_with_its_database_against_the_engine_alone()
    {
        string[] domains = ["airline", "fastfood", "finance", "software"];
        // Several times over, so that what a first batch costs once does not count much.
        GivenConversation[] conversations = [.. Enumerable.Range(0, 4).SelectMany(_ => domains.SelectMany(domain => Conversations.OfMultiDogo(domain, "dev", 10_000)))];
        var organisation = await planner.GivenOrganisationAsync();
        await planner.GivenConversationsAsync(organisation, conversations);
        Utterance[] texts = [.. conversations.SelectMany(conversation => conversation.Turns.Index().Select(turn => new Utterance(
            TurnText.Spoken(turn.Item.Text), turn.Index == 0 ? null : string.Join('\n', conversation.Turns.Take(turn.Index).TakeLast(3).Select(before => before.Text)))))];
        using var classifier = ShippedModel.Load();
        classifier.Classify([.. texts.Take(500)], TestContext.Current.CancellationToken);

        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < texts.Length; i += 3_000)
            classifier.Classify([.. texts.Skip(i).Take(3_000)], TestContext.Current.CancellationToken);
        var engine = Stopwatch.GetElapsedTime(start).TotalSeconds;
        await planner.GivenJobAsync(organisation, JobKind.Classify);
        start = Stopwatch.GetTimestamp();
        await planner.RunJobsAsync();
        var job = Stopwatch.GetElapsedTime(start).TotalSeconds;

        await using var db = planner.Database.AsOwner();
        Assert.Equal(texts.Length, await db.TurnIntents.IgnoreQueryFilters().CountAsync(t => t.OrganisationId == organisation.Id, TestContext.Current.CancellationToken));
        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant(
            $"{texts.Length} turns of {conversations.Length} conversations: engine alone {texts.Length / engine:0}/s, job {texts.Length / job:0}/s, ratio {engine / job:0.00}"));
    }
}
