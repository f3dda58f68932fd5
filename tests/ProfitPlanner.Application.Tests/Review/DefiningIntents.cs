using System.Globalization;
using FluentValidation;
using ProfitPlanner.Application.Jobs;
using ProfitPlanner.Application.Review;
using ProfitPlanner.Intents.Taxonomy;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Application.Tests.Review;

public sealed class DefiningIntents(PlannerFixture planner) : IClassFixture<PlannerFixture>
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    [Fact]
    public void The_twelve_general_intents_stand_for_labels_that_the_shipped_model_has_each_once()
    {
        Assert.Equal(12, GeneralIntent.All.Count);
        Assert.All(GeneralIntent.All, intent => Assert.Matches("^[a-z]+(_[a-z]+)*$", intent.Key));
        Assert.All(GeneralIntent.All, intent => Assert.Equal(intent.Examples.Count, intent.ExamplesZh.Count));
        Assert.All(GeneralIntent.All.SelectMany(intent => intent.Stands), label => Assert.Contains(label, SupportIntents.ById.Keys));
        Assert.Distinct(GeneralIntent.All.SelectMany(intent => intent.Stands));
        // Where both have a key, it means the same.
        Assert.All(GeneralIntent.All.Where(intent => SupportIntents.ById.ContainsKey(intent.Key)), intent => Assert.Contains(intent.Key, intent.Stands));
    }

    [Theory]
    [InlineData("en", "Purchase")]
    [InlineData("zh-Hans", "购买")]
    public async Task A_set_is_copied_in_the_readers_language_and_once(string language, string first)
    {
        var (organisation, owner) = await GivenAsync();
        var adopt = new AdoptIntents.Command(IntentSet.General, CultureInfo.GetCultureInfo(language));

        Assert.Equal(12, await owner.Send(adopt));
        Assert.Equal(0, await owner.Send(adopt));
        var listed = (await owner.Send(new ListIntents.Query())).Intents;
        Assert.Equal(first, listed[0].Name);
        Assert.Equal(Enumerable.Range(1, 12), listed.Select(intent => intent.Place));
        Assert.NotEmpty(listed[0].Examples);
    }

    [Fact]
    public async Task The_shipped_models_intents_come_without_mere_talk()
    {
        var (_, owner) = await GivenAsync();

        await owner.Send(new AdoptIntents.Command(IntentSet.Shipped, English));

        var keys = (await owner.Send(new ListIntents.Query())).Intents.Select(intent => intent.Key).ToList();
        Assert.Contains("refund", keys);
        Assert.DoesNotContain("greeting", keys);
    }

    [Theory]
    [InlineData("Späte Lieferung!", "spate_lieferung")]
    [InlineData("太贵了", "intent")]
    [InlineData("None", "none_2")]
    [InlineData("  OOS ", "oos_2")]
    public async Task A_name_becomes_a_key_of_plain_letters(string name, string key)
    {
        var (_, owner) = await GivenAsync();

        await owner.Send(new DefineIntent.Command(null, name, "", []));

        Assert.Equal(key, Assert.Single((await owner.Send(new ListIntents.Query())).Intents).Key);
    }

    [Fact]
    public async Task A_name_is_given_once_and_a_changed_intent_keeps_its_key()
    {
        var (_, owner) = await GivenAsync();
        await owner.Send(new DefineIntent.Command(null, "Late", "", []));

        Assert.Equal(DefineIntent.Result.SameName, await owner.Send(new DefineIntent.Command(null, " late ", "", [])));
        Assert.Equal(DefineIntent.Result.Defined, await owner.Send(new DefineIntent.Command("late", "Too late", "It did not come.", ["Where is it?", " "])));
        var intent = Assert.Single((await owner.Send(new ListIntents.Query())).Intents);
        Assert.Equal(("late", "Too late", "It did not come."), (intent.Key, intent.Name, intent.Description));
        Assert.Equal(["Where is it?"], intent.Examples);
    }

    [Fact]
    public async Task A_name_is_needed_and_examples_have_a_limit()
    {
        var (_, owner) = await GivenAsync();

        await Assert.ThrowsAsync<ValidationException>(() => owner.Send(new DefineIntent.Command(null, " ", "", [])));
        await Assert.ThrowsAsync<ValidationException>(() => owner.Send(new DefineIntent.Command(null, "A", "", [.. Enumerable.Repeat("x", IntentRules.MostExamples + 1)])));
        var refused = await Assert.ThrowsAsync<ValidationException>(() => owner.Send(new DefineIntent.Command(null, "A", "", ["x", new string('x', IntentRules.LongestExample + 1)])));
        Assert.Equal(("Examples", "TooLong"), Assert.Single(refused.Errors) is var error ? (error.PropertyName, error.ErrorCode) : default);
    }

    [Fact]
    public async Task An_intent_moves_to_a_place_and_the_others_close_up()
    {
        var (organisation, owner) = await GivenAsync();
        await planner.GivenIntentsAsync(organisation, "a", "b", "c");

        await owner.Send(new MoveIntent.Command("c", 1));
        Assert.Equal(["c", "a", "b"], (await owner.Send(new ListIntents.Query())).Intents.Select(intent => intent.Key));
        await owner.Send(new MoveIntent.Command("c", 99));
        Assert.Equal(["a", "b", "c"], (await owner.Send(new ListIntents.Query())).Intents.Select(intent => intent.Key));
        await owner.Send(new DeleteIntent.Command("a"));
        Assert.Equal([1, 2], (await owner.Send(new ListIntents.Query())).Intents.Select(intent => intent.Place));
    }

    [Fact]
    public async Task An_intent_that_labels_use_is_not_deleted_and_merges_into_another_with_them()
    {
        var (organisation, owner) = await GivenAsync();
        var given = await planner.GivenReviewAsync(organisation);
        await owner.Send(new LabelTurn.Command(given.Conversation, 0, Reviews.Refund, Settles: true));

        Assert.Equal(2, (await owner.Send(new DeleteIntent.Command(Reviews.Refund))).Labels);
        Assert.Equal(2, await owner.Send(new MergeIntents.Command(Reviews.Refund, Reviews.Delivery)));

        var left = Assert.Single((await owner.Send(new ListIntents.Query())).Intents);
        Assert.Equal((Reviews.Delivery, 1), (left.Key, left.Turns));
        await Assert.ThrowsAsync<Pipeline.NotFoundException>(() => owner.Send(new MergeIntents.Command(Reviews.Delivery, "gone")));
    }

    [Fact]
    public async Task A_label_of_an_intent_that_is_being_deleted_waits_and_is_then_of_none()
    {
        var (organisation, owner) = await GivenAsync();
        var given = await planner.GivenReviewAsync(organisation);
        Task? labelling = null;

        await planner.Get<TenantWork>().RunAsync(organisation.Id, organisation.Owner.Id, async db =>
        {
            var intents = await db.IntentsToChangeAsync(TestContext.Current.CancellationToken);
            db.Remove(intents.Single(intent => intent.Key == Reviews.Delivery));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            labelling = owner.Send(new LabelTurn.Command(given.Conversation, 0, Reviews.Delivery));
            await Task.Delay(300, TestContext.Current.CancellationToken);
            Assert.False(labelling.IsCompleted);
            return true;
        }, TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<Pipeline.NotFoundException>(() => labelling!);
    }

    [Fact]
    public async Task Who_may_not_read_customers_words_sees_names_and_numbers_alone()
    {
        var (organisation, owner) = await GivenAsync();
        await owner.Send(new DefineIntent.Command(null, "Late", "", ["Where is it?"]));
        var viewer = await planner.GivenMemberAsync(organisation, Data.Organisations.Role.Viewer);

        var listed = await planner.As(viewer, organisation).Send(new ListIntents.Query());

        Assert.False(listed.MayChange);
        Assert.Empty(Assert.Single(listed.Intents).Examples);
    }

    private async Task<(GivenOrganisation Organisation, Sender Owner)> GivenAsync()
    {
        var organisation = await planner.GivenOrganisationAsync();
        return (organisation, planner.As(organisation.Owner, organisation));
    }
}
