using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Demand;
using ProfitPlanner.Data.Evidence;
using ProfitPlanner.Data.Jobs;
using ProfitPlanner.Data.Transcripts;

namespace ProfitPlanner.Testing;

public static class Transcripts
{
    /// <summary>Conversations of one upload, classified by the organisation's current model.</summary>
    /// <returns>Ids of the model and the upload, and of the conversations in their order.</returns>
    public static async Task<(Guid Model, Guid Upload, IReadOnlyList<Guid> Conversations)> GivenTranscriptsAsync(
        this Planner planner, GivenOrganisation organisation, params GivenConversation[] conversations)
    {
        await using var db = planner.Database.AsOwner();
        var now = DateTimeOffset.UtcNow;
        var model = await db.IntentModels.IgnoreQueryFilters().SingleOrDefaultAsync(m => m.OrganisationId == organisation.Id && m.IsCurrent)
            ?? db.Add(new IntentModel { OrganisationId = organisation.Id, Number = 1, Fingerprint = [1], State = ModelState.Ready, IsCurrent = true, CreatedAt = now }).Entity;
        var upload = new Upload
        {
            OrganisationId = organisation.Id,
            FileName = "given.csv",
            FileSize = 1,
            Fingerprint = Guid.NewGuid().ToByteArray(),
            Format = UploadFormat.Table,
            Reading = "{}",
            Source = "given",
            State = UploadState.Done,
            Turns = conversations.Sum(c => c.Turns.Length),
            Conversations = conversations.Length,
            CreatedBy = organisation.Owner.Id,
            CreatedAt = now,
            UpdatedAt = now,
        };
        db.Add(upload);
        List<Guid> ids = [.. conversations.Select(given => Add(db, organisation, model.Id, upload.Id, given))];
        await db.SaveChangesAsync();
        return (model.Id, upload.Id, ids);
    }

    /// <summary>A row in every table of transcripts, demand and evidence.</summary>
    public static async Task GivenDemandAsync(this Planner planner, GivenOrganisation organisation, Guid scenario)
    {
        var (model, upload, conversations) = await planner.GivenTranscriptsAsync(
            organisation, new GivenConversation(new GivenTurn(Speaker.Customer, "how much is it", "fees_and_pricing")));
        await using var db = planner.Database.AsOwner();
        var (id, owner, now) = (organisation.Id, organisation.Owner.Id, DateTimeOffset.UtcNow);
        var topic = new Topic { OrganisationId = id, Terms = ["price"], Direction = [1], Size = 1, X = 0, Y = 0 };
        var segment = new DemandSegment { OrganisationId = id, Name = "All", Kind = SegmentKind.Drawn, Rule = "{}", CreatedAt = now };
        var intent = new DefinedIntent { OrganisationId = id, Key = "price", Name = "Price", Description = "Asks for the price.", Examples = [], Place = 1 };
        db.AddRange(
            new Job { OrganisationId = id, Kind = JobKind.Classify, State = JobState.Done, CreatedBy = owner, CreatedAt = now },
            new RejectedRecord { OrganisationId = id, UploadId = upload, Line = 1, Reason = "Empty" },
            topic, segment, intent,
            new TopicSearch { OrganisationId = id, ModelId = model, At = now, Turns = 1, Tried = "[]" },
            new TopicTurn { OrganisationId = id, ConversationId = conversations[0], Number = 0, TopicId = topic.Id, Nearness = 1 },
            new SegmentConversation { OrganisationId = id, SegmentId = segment.Id, ConversationId = conversations[0] },
            new TurnLabel { OrganisationId = id, ConversationId = conversations[0], Number = 0, PersonId = owner, Intent = intent.Key, LabelledAt = now },
            new SettledTurn { OrganisationId = id, ConversationId = conversations[0], Number = 0, Intent = intent.Key, SettledBy = owner, SettledAt = now },
            new EvidenceItem
            {
                OrganisationId = id,
                ScenarioId = scenario,
                Path = "variableCost",
                Signal = "{}",
                Proposal = "1",
                Before = "1",
                ProposedBy = owner,
                ProposedAt = now,
            },
            new CountedDemand { OrganisationId = id, ModelId = model, CountedAt = now, Conversations = 1, Classified = 1, IsByDay = false },
            new DemandCount
            {
                OrganisationId = id,
                ModelId = model,
                SegmentId = DemandCount.Everybody,
                Day = DemandCount.Undated,
                Measure = DemandMeasure.Intent,
                Key = "fees_and_pricing",
                Conversations = 1,
            },
            new SignalConversation { OrganisationId = id, Signal = "purchase", ConversationId = conversations[0], Number = 0 });
        await db.SaveChangesAsync();
    }

    /// <summary>Further conversations of the same model.</summary>
    public static async Task GivenMoreTranscriptsAsync(
        this Planner planner, GivenOrganisation organisation, Guid model, Guid upload, params GivenConversation[] conversations)
    {
        await using var db = planner.Database.AsOwner();
        foreach (var given in conversations)
            Add(db, organisation, model, upload, given);
        await db.SaveChangesAsync();
    }

    /// <summary>A conversation, and a segment by hand that it is in.</summary>
    public static async Task<(Guid Conversation, Guid Segment)> GivenSegmentAsync(this Planner planner, GivenOrganisation organisation)
    {
        var (_, _, conversations) = await planner.GivenTranscriptsAsync(
            organisation, new GivenConversation(new GivenTurn(Speaker.Customer, "how much is it", "fees_and_pricing")));
        await using var db = planner.Database.AsOwner();
        var segment = new DemandSegment
        {
            OrganisationId = organisation.Id,
            Name = "English",
            Kind = SegmentKind.Drawn,
            CreatedAt = DateTimeOffset.UtcNow,
            Rule = """{"kind":"drawn","set":"00000000-0000-7000-8000-000000000001","place":0,"conditions":[],"language":"en"}""",
        };
        db.AddRange(segment, new SegmentConversation { OrganisationId = organisation.Id, SegmentId = segment.Id, ConversationId = conversations[0] });
        await db.SaveChangesAsync();
        return (conversations[0], segment.Id);
    }

    private static Guid Add(PlannerDb db, GivenOrganisation organisation, Guid model, Guid upload, GivenConversation given)
    {
        var id = organisation.Id;
        var conversation = new Conversation
        {
            OrganisationId = id,
            Id = given.Id ?? Guid.NewGuid(),
            StartedAt = given.StartedAt,
            Language = given.Language,
            Attributes = given.Attributes,
            Turns = given.Turns.Length,
        };
        db.AddRange(conversation, new UploadedConversation { OrganisationId = id, UploadId = upload, ConversationId = conversation.Id, Turns = given.Turns.Length });
        for (var number = 0; number < given.Turns.Length; number++)
        {
            var turn = given.Turns[number];
            db.Add(new Turn { OrganisationId = id, ConversationId = conversation.Id, Number = number, UploadId = upload, Speaker = turn.Speaker, At = given.StartedAt, Text = turn.Text });
            if (turn.Speaker == Speaker.Customer)
                db.Add(new TurnIntent
                {
                    OrganisationId = id,
                    ModelId = model,
                    ConversationId = conversation.Id,
                    Number = number,
                    Intent = turn.Intent,
                    Likeliest = turn.Intent ?? "greeting",
                    Confidence = turn.Confidence ?? (turn.Intent is null ? 0.3f : 0.9f),
                    Sentiment = turn.Sentiment,
                });
        }

        var intents = given.Turns.Where(turn => turn.Intent is not null).Select(turn => turn.Intent!).Distinct().ToArray();
        db.Add(new ConversationIntent
        {
            OrganisationId = id,
            ModelId = model,
            ConversationId = conversation.Id,
            Intent = intents.FirstOrDefault(),
            Confidence = 0.9f,
            Mentioned = intents,
            FirstSentiment = given.Turns[0].Sentiment,
            LastSentiment = given.Turns[^1].Sentiment,
            Sentiment = given.Turns.Average(turn => turn.Sentiment),
            PriceWords = given.PriceWords,
        });
        return conversation.Id;
    }
}
