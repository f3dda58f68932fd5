using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Demand;
using ProfitPlanner.Application.Models;
using ProfitPlanner.Application.Review;
using ProfitPlanner.Data.Demand;
using ProfitPlanner.Data.Jobs;
using ProfitPlanner.Data.Transcripts;

namespace ProfitPlanner.Testing;

/// <summary>What an organisation has that labels and trains.</summary>
/// <param name="Conversation">Its turn 0 is a customer's.</param>
/// <param name="Trained">A model that is ready, and not the current one.</param>
/// <param name="Training">One that waits to be trained.</param>
public sealed record GivenReview(Guid Conversation, Guid Trained, Guid Training);

public static class Reviews
{
    public const string Refund = "refund";
    public const string Delivery = "delivery";

    /// <summary>Two intents, a turn that the owner has labelled, a trained model and one to be trained.</summary>
    public static async Task<GivenReview> GivenReviewAsync(this Planner planner, GivenOrganisation organisation)
    {
        var (_, _, conversations) = await planner.GivenTranscriptsAsync(organisation, new GivenConversation(new GivenTurn(Speaker.Customer, "I want my money back", Refund)));
        await planner.GivenIntentsAsync(organisation, Refund, Delivery);
        await planner.GivenLabelAsync(organisation, organisation.Owner, conversations[0], 0, Refund);
        await using var db = planner.Database.AsOwner();
        IntentModel Model(int number, ModelState state) => new()
        {
            OrganisationId = organisation.Id,
            Number = number,
            Fingerprint = [(byte)number],
            State = state,
            CreatedAt = DateTimeOffset.UtcNow,
            CreatedBy = organisation.Owner.Id,
        };
        var (trained, training) = (Model(2, ModelState.Ready), Model(3, ModelState.Training));
        db.AddRange(trained, training, new Job
        {
            OrganisationId = organisation.Id,
            Kind = JobKind.Train,
            Subject = training.Id,
            CreatedBy = organisation.Owner.Id,
            CreatedAt = DateTimeOffset.UtcNow,
        });
        await db.SaveChangesAsync();
        return new GivenReview(conversations[0], trained.Id, training.Id);
    }

    /// <summary>What has read the organisation's conversations is the model that ships today, and not one of an earlier version.</summary>
    public static async Task GivenReadByTheShippedModelAsync(this Planner planner, GivenOrganisation organisation)
    {
        await using var db = planner.Database.AsOwner();
        await db.IntentModels.IgnoreQueryFilters().Where(model => model.OrganisationId == organisation.Id)
            .ExecuteUpdateAsync(change => change.SetProperty(model => model.Fingerprint, ModelCatalogue.ShippedFingerprint));
    }

    /// <summary>Of a conversation that models are measured on, or that they learn from.</summary>
    public static Guid ConversationId(bool isHeldOut)
    {
        Guid id;
        do
            id = Guid.NewGuid();
        while (HeldOut.Holds(id) != isHeldOut);
        return id;
    }

    /// <summary>Intents named by their keys, in this order.</summary>
    public static async Task GivenIntentsAsync(this Planner planner, GivenOrganisation organisation, params string[] keys)
    {
        await using var db = planner.Database.AsOwner();
        db.AddRange(keys.Select((key, i) => new DefinedIntent
        {
            OrganisationId = organisation.Id,
            Key = key,
            Name = char.ToUpperInvariant(key[0]) + key[1..],
            Description = "",
            Examples = [],
            Place = i + 1,
        }));
        await db.SaveChangesAsync();
    }

    public static Task GivenLabelAsync(this Planner planner, GivenOrganisation organisation, GivenPerson person, Guid conversation, int number, string? intent) =>
        planner.As(person, organisation).Send(new LabelTurn.Command(conversation, number, intent));

    // Not left to chance: few labels may else be none that are held out, or none to learn from.
    private const int HeldOutEvery = 5;

    /// <summary>Turns that the owner has labelled, each a conversation of its own, every fifth held out.</summary>
    public static async Task<IReadOnlyList<Guid>> GivenLabelledAsync(this Planner planner, GivenOrganisation organisation, IEnumerable<(string Text, string? Intent)> texts)
    {
        var labelled = texts.ToList();
        var (_, _, conversations) = await planner.GivenTranscriptsAsync(organisation, [.. labelled.Select((text, i) => new GivenConversation(new GivenTurn(Speaker.Customer, text.Text, text.Intent)) { Id = ConversationId(isHeldOut: i % HeldOutEvery == HeldOutEvery - 1) })]);
        await using var db = planner.Database.AsOwner();
        db.AddRange(labelled.Zip(conversations, (text, id) => new TurnLabel
        {
            OrganisationId = organisation.Id,
            ConversationId = id,
            Number = 0,
            PersonId = organisation.Owner.Id,
            Intent = text.Intent,
            LabelledAt = planner.Get<TimeProvider>().GetUtcNow(),
        }));
        await db.SaveChangesAsync();
        return conversations;
    }

    /// <summary>A trained model, not the current one, of which was measured what <c>Figures</c> holds.</summary>
    /// <param name="own">What was measured of the model itself; null for something usual.</param>
    public static async Task<Guid> GivenMeasuredModelAsync(this Planner planner, GivenOrganisation organisation, HeldOutMeasure? own = null)
    {
        HeldOutMeasure Measure(double accuracy) => new(
            ["cheaper_plan", "refund", ""], [[30, 10, 0], [5, 20, 5], [5, 5, 0]], accuracy, 0.55, 0.04, [new(10, 0.55, 0.5), new(30, 0.75, 0.7), new(35, 0.95, 0.97)]);
        var model = new IntentModel
        {
            OrganisationId = organisation.Id,
            Number = 2,
            Fingerprint = [2],
            State = ModelState.Ready,
            CreatedAt = DateTimeOffset.UtcNow,
            CreatedBy = organisation.Owner.Id,
            Figures = new ModelFigures(
                DateTimeOffset.UtcNow, 320, 80, 61, own ?? Measure(0.625), new ModelFigures.OtherModel(Guid.NewGuid(), 1, IsShipped: true, 30, Measure(0.5), 20, 10),
                [new(0.25, 80, 0.5), new(0.5, 160, 0.58), new(0.75, 240, 0.6), new(1, 320, 0.63)]).Write(),
        };
        await using var db = planner.Database.AsOwner();
        db.Add(model);
        await db.SaveChangesAsync();
        return model.Id;
    }

    /// <summary>Real questions to a bank; the test is skipped where the data is absent.</summary>
    /// <param name="each">How many of each intent.</param>
    public static IReadOnlyList<(string Text, string? Intent)> OfBanking77(int each, params string[] intents)
    {
        var path = Path.Combine(SharedData.Required(), "banking77", "train.csv");
        using var csv = new CsvHelper.CsvReader(new StreamReader(path), System.Globalization.CultureInfo.InvariantCulture);
        var rows = new List<(string Text, string? Intent)>();
        csv.Read();
        csv.ReadHeader();
        while (csv.Read())
            rows.Add((csv.GetField("text")!, csv.GetField("category")!));
        return [.. intents.SelectMany(intent => rows.Where(row => row.Intent == intent).Take(each))];
    }
}
