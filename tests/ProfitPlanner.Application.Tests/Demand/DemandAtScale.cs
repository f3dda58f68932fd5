using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Demand;
using ProfitPlanner.Data.Tenancy;
using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Application.Tests.Demand;

/// <summary>What docs/performance.md says of demand, measured on rows that are made up in the database; only where somebody asks for it.</summary>
public sealed class DemandAtScale(PlannerFixture planner, ITestOutputHelper output) : IClassFixture<PlannerFixture>
{
    /// <summary>How many conversations; nothing is measured without it.</summary>
    private const string Variable = "PROFITPLANNER_MEASURE_CONVERSATIONS";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Opening_the_page_costs_a_fraction_of_reading_every_conversation()
    {
        Assert.SkipUnless(int.TryParse(Environment.GetEnvironmentVariable(Variable), out var conversations), $"Set {Variable} to a number to measure.");
        var organisation = await planner.GivenOrganisationAsync();
        var (model, _, _) = await planner.GivenTranscriptsAsync(organisation, Customers.Twenty);
        await MakeAsync(organisation.Id, model, conversations);
        var owner = planner.As(organisation.Owner, organisation);

        var counting = await TimeAsync(1, () => CountAsync(organisation));
        var dividing = await TimeAsync(1, () => owner.Send(new DivideByAttribute.Command("plan", "Others")));
        await TimeAsync(1, () => owner.Send(new OpenDemand.Query(null, null, null)));
        var opening = await TimeAsync(5, () => owner.Send(new OpenDemand.Query(null, null, null)));
        var first = 0;
        var anew = await TimeAsync(5, () => owner.Send(new OpenDemand.Query(new DateOnly(2024, 2 + first++, 1), null, null)));
        var signals = await TimeAsync(5, () => owner.Send(new ListSignals.Query(null, null, null)));
        var trend = await TimeAsync(5, () => owner.Send(new OpenDemandTrend.Query(Customers.Price, Data.Demand.DemandMeasure.Intent, null, null, null)));
        var sentences = await TimeAsync(5, () => owner.Send(new ListSentences.Query(Intent: Customers.Price)));
        var segments = await TimeAsync(3, () => owner.Send(new ListSegments.Query(null)));
        var live = await TimeAsync(3, async () => await LiveAsync(organisation.Id, model));

        output.WriteLine(
            $"{conversations} conversations: counting {counting:0} ms, dividing {dividing:0}, opening again {opening:0}, months nobody has looked at {anew:0}, signals {signals:0}, trend {trend:0}, sentences {sentences:0}, segments {segments:0}, the same table without counts {live:0}");
        Assert.True(opening < live, $"Opening took {opening:0} ms, reading every conversation {live:0} ms.");
    }

    // As a job does, whatever their number.
    private async Task CountAsync(GivenOrganisation organisation)
    {
        await using var db = planner.Database.AsApp();
        await using var transaction = await db.Database.BeginTransactionAsync(Cancellation);
        await db.EnterAsync(organisation.Owner.Id, organisation.Slug, Cancellation);
        await RefreshSegments.RunAsync(db, DateTimeOffset.UtcNow, Cancellation);
        await transaction.CommitAsync(Cancellation);
    }

    // Of three months to two years, five plans, every intent of the model that ships, the first ones more often.
    private async Task MakeAsync(Guid organisation, Guid model, int conversations)
    {
        var fingerprint = System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(ShippedModel.Folder, Manifest.FileName), Cancellation));
        var labels = Intents.Taxonomy.SupportIntents.ById.Values.Where(intent => intent.Group != Intents.Taxonomy.IntentGroup.Talk).Select(intent => intent.Id).ToArray();
        await using var db = planner.Database.AsOwner();
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(20));
        await db.IntentModels.IgnoreQueryFilters().Where(each => each.Id == model).ExecuteUpdateAsync(s => s.SetProperty(each => each.Fingerprint, fingerprint), Cancellation);
        await db.Database.ExecuteSqlAsync(
            $"""
            create table made as
            select gen_random_uuid() as id, timestamptz '2024-01-01' + random() * interval '730 days' as at,
              (array['Free', 'Basic', 'Pro', 'Business', 'Enterprise'])[1 + floor(random() * 5)::int] as plan,
              case when random() < 0.08 then null else ({labels})[1 + floor(random() * random() * {labels.Length})::int] end as intent, random() as r
            from generate_series(1, {conversations})
            """, Cancellation);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into conversations (organisation_id, id, started_at, language, attributes, turns)
            select {organisation}, id, at, 'en', jsonb_build_object('plan', plan), 2 from made;
            """, Cancellation);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into conversation_intents (organisation_id, model_id, conversation_id, intent, confidence, mentioned, first_sentiment, last_sentiment, sentiment, price_words)
            select {organisation}, {model}, id, intent, 0.9, array_remove(array[intent], null), 0, 0.1, 0.1, case when r < 0.1 then array['expensive'] else array[]::text[] end from made
            """, Cancellation);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into turns (organisation_id, conversation_id, number, upload_id, speaker, text)
            select {organisation}, m.id, n, u.id, 1, 'I have a question about my account and it would take a while to explain'
            from made m cross join generate_series(0, 1) n cross join (select id from uploads where organisation_id = {organisation}) u
            """, Cancellation);
        await db.Database.ExecuteSqlAsync($"drop table made", Cancellation);
        await db.Database.ExecuteSqlAsync($"analyze", Cancellation);
    }

    private async Task<int> LiveAsync(Guid organisation, Guid model)
    {
        await using var db = planner.Database.AsApp();
        await using var transaction = await db.Database.BeginTransactionAsync(Cancellation);
        await db.Database.ExecuteSqlAsync($"select set_config('app.organisation_id', {organisation.ToString()}, true)", Cancellation);
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(5));
        return (await db.Database.SqlQuery<long>(
            $"""
            select count(*) as "Value"
            from conversation_intents i
            join conversations c on c.organisation_id = i.organisation_id and c.id = i.conversation_id
            left join segment_conversations s on s.organisation_id = i.organisation_id and s.conversation_id = i.conversation_id
            where i.model_id = {model}
            group by s.segment_id, date_trunc('month', c.started_at at time zone 'UTC'), i.intent
            """).ToListAsync(Cancellation)).Count;
    }

    // The best of some, since others use the machine too.
    private static async Task<double> TimeAsync(int times, Func<Task> act)
    {
        var best = double.MaxValue;
        for (var i = 0; i < times; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await act();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        return best;
    }
}
