using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Demand;
using ProfitPlanner.Application.Demand.Signals;
using ProfitPlanner.Application.Evidence;
using ProfitPlanner.Data.Demand;
using ProfitPlanner.Data.Transcripts;
using ProfitPlanner.Intents.Taxonomy;
using ProfitPlanner.Testing;
using static ProfitPlanner.Application.Tests.Demand.Customers;

namespace ProfitPlanner.Application.Tests.Demand;

public sealed class HearingSignals(PlannerFixture planner) : IClassFixture<PlannerFixture>
{
    [Fact]
    public async Task A_signal_is_heard_by_an_intent_a_word_about_price_or_a_phrase()
    {
        var owner = await GivenAsync(
            Of(Refund, "small", 1, "it would be great if it had a dark mode"),
            Of(Refund, "small", 1, "希望能增加夜间模式"),
            Of(Refund, "small", 1) with { PriceWords = ["expensive"] },
            Of("unexpected_fee", "small", 1),
            Of(Refund, "small", 1, "please cancel my subscription"),
            Of(Refund, "small", 1, "please cancel my order"));

        var signals = (await owner.Send(new ListSignals.Query(null, null, null))).ToDictionary(signal => signal.Key);

        Assert.Equal(["purchase", "priceComplaint", "cancellation", "featureRequest"], signals.Keys);
        Assert.Equal((2, null), (signals["featureRequest"].SpokeOf.Given, signals["featureRequest"].CameFor));
        Assert.Equal((2, 1), (signals["priceComplaint"].SpokeOf.Given, signals["priceComplaint"].CameFor!.Given));
        // The six of the twenty who close their account, and the one who cancels a subscription.
        Assert.Equal((7, 6), (signals["cancellation"].SpokeOf.Given, signals["cancellation"].CameFor!.Given));
        Assert.Equal(26, signals["purchase"].Conversations);
        Assert.Equal(0, signals["purchase"].SpokeOf.Given);

        var sentences = await owner.Send(new ListSentences.Query(Signal: "featureRequest"));
        Assert.Equal(2, sentences.Total);
        Assert.Contains("希望能增加夜间模式", sentences.Items.SelectMany(item => item.Sentences).Select(sentence => sentence.Text));
    }

    [Fact]
    public async Task A_turn_that_comes_later_is_heard_too_and_what_was_heard_stays()
    {
        var organisation = await planner.GivenOrganisationAsync();
        var (_, upload, conversations) = await planner.GivenTranscriptsAsync(organisation, Of(Refund, "small", 1, "please add a dark mode"), Of(Refund, "small", 1));
        var owner = planner.As(organisation.Owner, organisation);
        await owner.Send(new RefreshSegments.Command());
        // A file's own numbers have gaps: the later turn is the ninth by its number, and the fourth there is.
        await SaidAsync(organisation, upload, conversations[1], 7, "let me think about it");
        await owner.Send(new RefreshSegments.Command());
        await SaidAsync(organisation, upload, conversations[1], 8, "I wish there was an app");

        await owner.Send(new RefreshSegments.Command());
        await owner.Send(new RefreshSegments.Command());

        Assert.Equal(2, (await owner.Send(new ListSignals.Query(null, null, null))).Single(signal => signal.Key == "featureRequest").SpokeOf.Given);
    }

    [Fact]
    public async Task An_intent_that_the_organisation_has_defined_is_heard_too()
    {
        var owner = await GivenAsync(Of("cheaper_plan", "small", 1), Of("feature_request", "small", 1), Of("purchase", "small", 1), Of("switching", "small", 1));

        var signals = await owner.Send(new ListSignals.Query(null, null, null));

        Assert.Equal([("purchase", 1), ("priceComplaint", 1), ("cancellation", 7), ("featureRequest", 1)], signals.Select(signal => (signal.Key, signal.CameFor!.Given)));
        Assert.Equal("purchase", Assert.Single(signals[0].Intents).Intent.Key);
    }

    [Fact]
    public async Task A_word_that_only_begins_like_one_about_price_says_no_signal()
    {
        var owner = await GivenAsync(Of("unexpected_fee", "small", 1, "I told the switchboard. We want to go with another company"));

        var item = Assert.Single((await owner.Send(new ListSentences.Query(Intent: "unexpected_fee"))).Items);

        var cancellation = DemandSignals.Find("cancellation")!;
        Assert.False(cancellation.Says("the switchboard"));
        Assert.True(cancellation.Says(item.Sentences[0].Text));
    }

    [Fact]
    public async Task Card_trend_and_evidence_are_of_the_same_intents_and_card_and_evidence_one_number()
    {
        var organisation = await planner.GivenOrganisationAsync();
        var (model, _, _) = await planner.GivenTranscriptsAsync(organisation, [.. Twenty, Of("unexpected_fee", "large", 2), Of("cheaper_plan", "large", 2)]);
        await using (var db = planner.Database.AsOwner())
            await db.IntentModels.IgnoreQueryFilters().Where(each => each.Id == model)
                .ExecuteUpdateAsync(s => s.SetProperty(each => each.Fingerprint, ModelCatalogue.ShippedFingerprint), TestContext.Current.CancellationToken);
        var scenario = await planner.GivenStoredScenarioAsync(organisation, Scenarios.Examples.Article);
        var owner = planner.As(organisation.Owner, organisation);
        await owner.Send(new OpenDemand.Query(null, null, null));
        var january = new DateOnly(2026, 1, 1);

        // In January nobody came for it, but the model can tell it.
        foreach (var (month, given) in new[] { (january, 0), (new DateOnly(2026, 2, 1), 2) })
        {
            var card = (await owner.Send(new ListSignals.Query(null, month, month))).Single(signal => signal.Key == "priceComplaint");
            var trend = await owner.Send(new OpenDemandTrend.Query("priceComplaint", DemandMeasure.Signal, null, month, month));
            var evidence = await owner.Send(new PreviewEvidence.Query(
                scenario, Scenarios.Examples.Path(Scenarios.Examples.Shops, "conversion"), new SignalQuery(card.Labels, null, month, month), EvidenceAssumptions.Usual));

            Assert.Equal(["unexpected_fee", "cheaper_plan"], card.Labels);
            Assert.Equal((given, given, given), (card.CameFor!.Given, trend.Periods.Sum(period => period.Share.Given), evidence.Signal!.Share.Given));
            Assert.Equal((card.CameFor.Corrected, card.CameFor.Low, card.CameFor.High), (evidence.Signal.Share.Corrected, evidence.Signal.Share.Low, evidence.Signal.Share.High));
        }
    }

    [Fact]
    public async Task A_change_is_named_with_its_month_and_its_levels()
    {
        var organisation = await planner.GivenOrganisationAsync();
        await planner.GivenTranscriptsAsync(organisation, [.. Enumerable.Range(1, 10).SelectMany(month => Enumerable.Range(0, 40).Select(i =>
            Of(i < (month < 6 ? 4 : 20) ? Close : Refund, "small", month)))]);
        var owner = planner.As(organisation.Owner, organisation);
        var opened = await owner.Send(new OpenDemand.Query(null, null, null));

        var trend = await owner.Send(new OpenDemandTrend.Query(Close, DemandMeasure.Intent, null, null, null));
        var signal = (await owner.Send(new ListSignals.Query(null, null, null))).Single(each => each.Key == "cancellation");

        Assert.Equal((Close, new DateOnly(2026, 6, 1)), (opened.Counted!.Growth!.Intent.Key, opened.Counted.Growth.Since));
        Assert.Equal((false, 10), (trend.IsWeekly, trend.Periods.Count));
        var change = Assert.Single(trend.Changes);
        Assert.Equal((5, 0.1, 0.5), (change.Index, Math.Round(change.Before, 9), Math.Round(change.After, 9)));
        Assert.All(trend.Periods, period => Assert.Equal(40, period.Conversations));
        Assert.Equal(0.1, trend.Periods[0].Share.Plain, 9);
        Assert.Equal(new DateOnly(2026, 6, 1), signal.ChangedAt);
    }

    [Fact]
    public async Task Less_than_four_months_are_shown_by_week_with_the_weeks_between()
    {
        var organisation = await planner.GivenOrganisationAsync();
        GivenConversation On(int month, int day) => Of(Close, "small", 1) with { StartedAt = new DateTimeOffset(2026, month, day, 9, 0, 0, TimeSpan.Zero) };
        await planner.GivenTranscriptsAsync(organisation, On(3, 2), On(3, 8), On(3, 25), Of(Refund, "small", null));
        var owner = planner.As(organisation.Owner, organisation);
        await owner.Send(new OpenDemand.Query(null, null, null));

        var trend = await owner.Send(new OpenDemandTrend.Query(Close, DemandMeasure.Intent, null, null, null));

        Assert.True(trend.IsWeekly);
        Assert.Equal([(2, 2L), (9, 0L), (16, 0L), (23, 1L)], trend.Periods.Select(period => (period.Begin.Day, period.Conversations)));
        Assert.Equal(1, trend.Undated);
    }

    [Fact]
    public async Task A_signal_that_there_is_not_is_refused()
    {
        var owner = await GivenAsync();

        await Assert.ThrowsAsync<ValidationException>(() => owner.Send(new OpenDemandTrend.Query("nonsense", DemandMeasure.Signal, null, null, null)));
        await Assert.ThrowsAsync<ValidationException>(() => owner.Send(new ListSentences.Query(Signal: "nonsense")));
    }

    [Fact]
    public void Every_signal_has_an_intent_of_the_model_that_ships_or_phrases()
    {
        Assert.Equal(DemandSignals.All.Count, DemandSignals.All.Select(signal => signal.Key).Distinct().Count());
        Assert.All(DemandSignals.All, signal => Assert.True(signal.Phrases.Count > 0 || signal.Intents.Any(SupportIntents.ById.ContainsKey)));
    }

    private async Task SaidAsync(GivenOrganisation organisation, Guid upload, Guid conversation, int number, string text)
    {
        await using var db = planner.Database.AsOwner();
        db.Add(new Turn { OrganisationId = organisation.Id, ConversationId = conversation, Number = number, UploadId = upload, Speaker = Speaker.Customer, Text = text });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        await db.Database.ExecuteSqlAsync($"update conversations set turns = turns + 1 where id = {conversation}", TestContext.Current.CancellationToken);
    }

    private async Task<Sender> GivenAsync(params GivenConversation[] more)
    {
        var organisation = await planner.GivenOrganisationAsync();
        await planner.GivenTranscriptsAsync(organisation, [.. Twenty, .. more]);
        var owner = planner.As(organisation.Owner, organisation);
        await owner.Send(new OpenDemand.Query(null, null, null));
        return owner;
    }
}
