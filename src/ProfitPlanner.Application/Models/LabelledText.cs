using System.Globalization;
using System.Text;
using CsvHelper;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Demand.Classification;
using ProfitPlanner.Application.Review;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Transcripts;

namespace ProfitPlanner.Application.Models;

/// <summary>A labelled turn with what its customer said before, both as a model reads them when it classifies: <see cref="SaidInContext"/>.</summary>
/// <param name="Context">Up to three turns, a line each, oldest first; null where there is none.</param>
/// <param name="Intent">Null for none of these.</param>
internal sealed record LabelledText(TurnKey Key, string Text, string? Context, string? Intent)
{
    private static readonly string[] Columns = ["text", "category", "context", "conversation", "turn"];

    // What data and the training program call none of these.
    private const string None = "oos";

    /// <summary>All of an organisation; those of one conversation together.</summary>
    public static async Task<IReadOnlyList<LabelledText>> OfAsync(PlannerDb db, CancellationToken cancellationToken)
    {
        var labels = (await db.LabelledTurnsAsync(cancellationToken)).Turns.ToDictionary(turn => turn.Key, turn => turn.Intent);
        var turns = await db.Turns.AsNoTracking()
            .Where(t => t.Speaker == Speaker.Customer && db.TurnLabels.Any(l => l.ConversationId == t.ConversationId))
            .OrderBy(t => t.ConversationId).ThenBy(t => t.Number)
            .Select(t => new { t.ConversationId, Turn = new ReadTurn(t.Number, t.Speaker, t.Text, null) }).ToListAsync(cancellationToken);
        return
        [
            .. turns.GroupBy(turn => turn.ConversationId, turn => turn.Turn)
                .SelectMany(conversation => SaidInContext.Of([.. conversation]).Select(said => (Key: new TurnKey(conversation.Key, said.Turn.Number), said.Utterance)))
                .Where(said => labels.ContainsKey(said.Key) && !string.IsNullOrWhiteSpace(said.Utterance.Text))
                .Select(said => new LabelledText(said.Key, said.Utterance.Text, said.Utterance.Context, labels[said.Key])),
        ];
    }

    /// <summary>Writes a file as the training program reads it; it is whole once it has its name.</summary>
    public static async Task WriteAsync(string path, IEnumerable<LabelledText> texts, CancellationToken cancellationToken)
    {
        var part = path + ".part";
        await using (var file = new StreamWriter(part, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
        await using (var csv = new CsvWriter(file, CultureInfo.InvariantCulture))
        {
            foreach (var heading in Columns)
                csv.WriteField(heading);
            await csv.NextRecordAsync();
            foreach (var text in texts)
            {
                cancellationToken.ThrowIfCancellationRequested();
                csv.WriteField(text.Text);
                csv.WriteField(text.Intent ?? None);
                csv.WriteField(text.Context);
                csv.WriteField(text.Key.ConversationId);
                csv.WriteField(text.Key.Number);
                await csv.NextRecordAsync();
            }
        }
        File.Move(part, path, overwrite: true);
    }

    /// <summary>Reads what <see cref="WriteAsync"/> wrote.</summary>
    public static IReadOnlyList<LabelledText> Read(string path)
    {
        using var csv = new CsvReader(new StreamReader(path), CultureInfo.InvariantCulture);
        var texts = new List<LabelledText>();
        csv.Read();
        csv.ReadHeader();
        while (csv.Read())
        {
            var (intent, context) = (csv.GetField(1), csv.GetField(2));
            texts.Add(new LabelledText(
                new TurnKey(csv.GetField<Guid>(3), csv.GetField<int>(4)), csv.GetField(0)!, string.IsNullOrEmpty(context) ? null : context, intent == None ? null : intent));
        }
        return texts;
    }
}
