using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Data.Transcripts;
using Xunit;

namespace ProfitPlanner.Testing;

/// <summary>Conversations that were imported and that nobody has read yet.</summary>
public static class Conversations
{
    /// <summary>Conversations of one more upload.</summary>
    /// <returns>Ids of the upload, and of the conversations in their order.</returns>
    public static async Task<(Guid Upload, IReadOnlyList<Guid> Conversations)> GivenConversationsAsync(
        this Planner planner, GivenOrganisation organisation, params IEnumerable<GivenConversation> conversations)
    {
        await using var db = planner.Database.AsOwner();
        var now = DateTimeOffset.UtcNow;
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
            CreatedBy = organisation.Owner.Id,
            CreatedAt = now,
            UpdatedAt = now,
        };
        db.Add(upload);
        var ids = new List<Guid>();
        foreach (var given in conversations)
        {
            var id = given.Id ?? Guid.NewGuid();
            ids.Add(id);
            db.Add(new Conversation
            {
                OrganisationId = organisation.Id,
                Id = id,
                StartedAt = given.StartedAt,
                Language = given.Language,
                Attributes = given.Attributes,
                Turns = given.Turns.Length,
            });
            db.Add(new UploadedConversation { OrganisationId = organisation.Id, UploadId = upload.Id, ConversationId = id, Turns = given.Turns.Length });
            db.AddRange(given.Turns.Select((turn, number) => new Turn
            {
                OrganisationId = organisation.Id,
                ConversationId = id,
                Number = number,
                UploadId = upload.Id,
                Speaker = turn.Speaker,
                At = given.StartedAt,
                Text = turn.Text,
            }));
        }
        await db.SaveChangesAsync();
        return (upload.Id, ids);
    }

    /// <summary>Says more in a conversation, in another file.</summary>
    public static async Task GivenLaterTurnsAsync(this Planner planner, GivenOrganisation organisation, Guid conversation, params GivenTurn[] turns)
    {
        var (upload, _) = await planner.GivenConversationsAsync(organisation);
        await using var db = planner.Database.AsOwner();
        var stored = await db.Conversations.IgnoreQueryFilters().SingleAsync(c => c.OrganisationId == organisation.Id && c.Id == conversation);
        db.AddRange(turns.Select((turn, i) => new Turn
        {
            OrganisationId = organisation.Id,
            ConversationId = conversation,
            Number = stored.Turns + i,
            UploadId = upload,
            Speaker = turn.Speaker,
            Text = turn.Text,
        }));
        db.Add(new UploadedConversation { OrganisationId = organisation.Id, UploadId = upload, ConversationId = conversation, Turns = turns.Length });
        stored.Turns += turns.Length;
        await db.SaveChangesAsync();
    }

    /// <summary>Runs every job that waits, as the worker does.</summary>
    public static async Task RunJobsAsync(this Planner planner)
    {
        using var worker = planner.Worker();
        while (await worker.RunNextAsync(TestContext.Current.CancellationToken))
        {
        }
    }

    /// <summary>What customers of MultiDoGO wrote; the test is skipped where the data is absent.</summary>
    /// <param name="domain">airline, fastfood, finance or software.</param>
    /// <param name="startedAt">When the n-th conversation took place.</param>
    public static IReadOnlyList<GivenConversation> OfMultiDogo(string domain, string split, int most, Func<int, DateTimeOffset>? startedAt = null)
    {
        using var file = new StreamReader(Path.Combine(SharedData.Required(), "multidogo", domain, split + ".tsv"));
        using var table = new CsvReader(file, new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = "\t", BadDataFound = null, MissingFieldFound = null });
        var turns = new List<(string Conversation, double Number, string Text)>();
        table.Read();
        table.ReadHeader();
        while (table.Read())
            turns.Add((table.GetField("conversationId")!, double.TryParse(table.GetField("turnNumber"), CultureInfo.InvariantCulture, out var number) ? number : 0, table.GetField("utterance") ?? ""));
        return
        [
            .. turns.Where(turn => turn.Text.Length > 0).GroupBy(turn => turn.Conversation).Take(most).Select((conversation, i) =>
                new GivenConversation([.. conversation.OrderBy(turn => turn.Number).Select(turn => new GivenTurn(Speaker.Customer, turn.Text))])
                {
                    Language = null, StartedAt = startedAt?.Invoke(i),
                }),
        ];
    }
}
