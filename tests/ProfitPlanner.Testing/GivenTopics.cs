using ProfitPlanner.Data.Demand;
using ProfitPlanner.Data.Jobs;

namespace ProfitPlanner.Testing;

/// <summary>A job that waits, and two topics of which one has a sentence.</summary>
public sealed record GivenTopics(Guid Job, Guid Topic, Guid Other);

public static class Topics
{
    public static async Task<GivenTopics> GivenTopicsAsync(this Planner planner, GivenOrganisation organisation)
    {
        var (_, ids) = await planner.GivenConversationsAsync(organisation, new GivenConversation(new GivenTurn(Data.Transcripts.Speaker.Customer, "how much is it")));
        await using var db = planner.Database.AsOwner();
        Topic Of(string term, int size) => new() { OrganisationId = organisation.Id, Terms = [term], Direction = [1, 0], Size = size, X = 0, Y = 0 };
        var (price, delivery) = (Of("price", 1), Of("delivery", 0));
        db.AddRange(price, delivery);
        db.Add(new TopicTurn { OrganisationId = organisation.Id, ConversationId = ids[0], Number = 0, TopicId = price.Id, Nearness = 1 });
        await db.SaveChangesAsync();
        return new GivenTopics(await planner.GivenJobAsync(organisation, JobKind.FindTopics), price.Id, delivery.Id);
    }
}
