using System.Text;
using ProfitPlanner.Application.Review;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Application.Tests.Review;

public sealed class Agreeing(PlannerFixture planner) : IClassFixture<PlannerFixture>
{
    private const string Refund = Reviews.Refund;
    private const string Delivery = Reviews.Delivery;

    [Fact]
    public async Task Two_people_agree_as_far_as_cohens_kappa_says_and_settling_changes_it_not()
    {
        // Both 'refund' on 20, both 'delivery' on 15, and 5 and 10 apart: Cohen's own kind of table. Observed 0.7, by chance 0.5.
        var (organisation, second, turns) = await GivenAsync(
            [.. Enumerable.Repeat((Refund, Refund), 20), .. Enumerable.Repeat((Refund, Delivery), 5), .. Enumerable.Repeat((Delivery, Refund), 10), .. Enumerable.Repeat((Delivery, Delivery), 15)]);

        var before = await CompareAsync(organisation);
        var pair = Assert.Single(before.Pairs);
        Assert.Equal(50, pair.Agreement.Items);
        Assert.Equal(0.7, pair.Agreement.Observed, 6);
        Assert.Equal(0.4, pair.Agreement.Kappa, 6);
        Assert.InRange(pair.Agreement.Low, 0.1, 0.2);
        Assert.InRange(pair.Agreement.High, 0.6, 0.7);
        Assert.Equal(15, before.Disagreements.Count);
        Assert.Equal([second.Name, organisation.Owner.Name], before.Disagreements[0].Labels.Select(said => said.Person).Order());

        var settled = before.Disagreements[0].Turn;
        await planner.As(second, organisation).Send(new LabelTurn.Command(settled.ConversationId, settled.Number, Delivery, Settles: true));
        var after = await CompareAsync(organisation);
        Assert.Equal(14, after.Disagreements.Count);
        Assert.Equal(0.4, Assert.Single(after.Pairs).Agreement.Kappa, 6);
    }

    [Fact]
    public async Task What_people_are_even_on_is_learned_from_once_it_is_settled()
    {
        var (organisation, second, turns) = await GivenAsync([(Refund, Delivery), (Refund, Refund)]);
        var owner = planner.As(organisation.Owner, organisation);

        var before = await owner.Send(new ListIntents.Query());
        Assert.Equal((1, 0, 1), (TurnsOf(before, Refund), TurnsOf(before, Delivery), before.Undecided));
        var asked = await owner.Send(new NextToReview.Query(ReviewFilter.Disagreement, null, []));
        Assert.Equal(turns[0], asked.Turn!.Key.ConversationId);
        Assert.Equal(2, asked.Turn.Opinions.Count);

        await owner.Send(new LabelTurn.Command(turns[0], 0, Delivery, Settles: true));
        var after = await owner.Send(new ListIntents.Query());
        Assert.Equal((1, 1, 0), (TurnsOf(after, Refund), TurnsOf(after, Delivery), after.Undecided));
        Assert.Null((await owner.Send(new NextToReview.Query(ReviewFilter.Disagreement, null, []))).Turn);

        Assert.True((await owner.Send(new UndoLabel.Command())).WasSettled);
        Assert.Equal(1, (await owner.Send(new ListIntents.Query())).Undecided);
    }

    [Fact]
    public async Task A_third_opinion_decides_between_two()
    {
        var (organisation, _, turns) = await GivenAsync([(Refund, Delivery)]);
        var third = await planner.GivenMemberAsync(organisation, Role.Founder);
        await planner.GivenLabelAsync(organisation, third, turns[0], 0, Delivery);

        Assert.Equal(1, TurnsOf(await planner.As(third, organisation).Send(new ListIntents.Query()), Delivery));
        Assert.Equal(3, (await CompareAsync(organisation)).Pairs.Count);
    }

    [Fact]
    public async Task Labels_leave_as_a_file_in_which_no_text_is_a_formula()
    {
        var organisation = await planner.GivenOrganisationAsync();
        await planner.GivenIntentsAsync(organisation, Refund);
        await planner.GivenLabelledAsync(organisation, [("=HYPERLINK(\"http://x\")", Refund), ("say \"hi\", please", null)]);
        using var file = new MemoryStream();

        await planner.As(organisation.Owner, organisation).Send(new ExportLabels.Query(file));

        var text = Encoding.UTF8.GetString(file.ToArray());
        Assert.StartsWith("\ufeffconversation,turn,text,intent,person,labelled_at,settled_intent,part\r\n", text, StringComparison.Ordinal);
        Assert.Contains("\"'=HYPERLINK(\"\"http://x\"\")\",refund", text, StringComparison.Ordinal);
        Assert.Contains("\"say \"\"hi\"\", please\",none", text, StringComparison.Ordinal);
        Assert.Equal(3, text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    private async Task<(GivenOrganisation Organisation, GivenPerson Second, IReadOnlyList<Guid> Turns)> GivenAsync(IReadOnlyList<(string First, string Second)> labels)
    {
        var organisation = await planner.GivenOrganisationAsync();
        var second = await planner.GivenMemberAsync(organisation, Role.Analyst, "Ann Analyst");
        await planner.GivenIntentsAsync(organisation, Refund, Delivery);
        var turns = await planner.GivenLabelledAsync(organisation, labels.Select((label, i) => ($"turn {i}", (string?)label.First)));
        foreach (var (turn, label) in turns.Zip(labels))
            await planner.GivenLabelAsync(organisation, second, turn, 0, label.Second);
        return (organisation, second, turns);
    }

    private Task<CompareOpinions.Result> CompareAsync(GivenOrganisation organisation) => planner.As(organisation.Owner, organisation).Send(new CompareOpinions.Query());

    private static int TurnsOf(ListIntents.Result listed, string key) => listed.Intents.Single(intent => intent.Key == key).Turns;
}
