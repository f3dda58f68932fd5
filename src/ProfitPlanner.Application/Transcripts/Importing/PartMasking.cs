using System.Text.RegularExpressions;
using ProfitPlanner.Application.Privacy;

namespace ProfitPlanner.Application.Transcripts.Importing;

/// <summary>Masks everything of a part that is to be stored: texts, labels, numbers, attributes.</summary>
internal sealed partial class PartMasking(IPersonalDataMask mask, byte[] key)
{
    private const int TurnsAtOnce = 512;

    public void Mask(ReadPart part, CancellationToken cancellationToken)
    {
        foreach (var turns in part.Turns.Chunk(TurnsAtOnce))
        {
            var masked = mask.Mask([.. turns.Select(ToMask)], cancellationToken);
            for (var i = 0; i < turns.Length; i++)
                turns[i].Text = masked[i];
        }

        // Few, and the same over and over: what is clean is asked for once.
        var alone = MaskedAlone(part, cancellationToken);
        bool IsClean(string value) => alone[value] == value;
        foreach (var turn in part.Turns)
        {
            if (turn.Label is { } label && !IsClean(label))
                turn.Label = One(label, turn.Conversation, cancellationToken);
        }
        foreach (var conversation in part.Conversations)
        {
            // A number with a hole in it is none; but that it looks like a number of an order says nothing of a person.
            if (conversation.Number is { } number && !IsClean(number) && !NumberPlaceholder().IsMatch(alone[number]))
                conversation.Number = null;
            if (conversation.Attributes.Values.Any(value => !IsClean(value)))
                conversation.Attributes = conversation.Attributes.ToDictionary(a => a.Key, a => IsClean(a.Value) ? a.Value : One(a.Value, conversation, cancellationToken));
        }
    }

    private static TurnToMask ToMask(PartTurn turn)
    {
        var toMask = new TurnToMask(turn.Text, turn.Conversation.Before, turn.Conversation.Masks!);
        turn.Conversation.Before = turn.Text;
        return toMask;
    }

    private Dictionary<string, string> MaskedAlone(ReadPart part, CancellationToken cancellationToken)
    {
        string[] values = [.. part.Turns.Select(turn => turn.Label).OfType<string>()
            .Concat(part.Conversations.Select(conversation => conversation.Number).OfType<string>())
            .Concat(part.Conversations.SelectMany(conversation => conversation.Attributes.Values)).Distinct()];
        var alone = new Dictionary<string, string>(values.Length);
        foreach (var some in values.Chunk(TurnsAtOnce))
        {
            var masked = mask.Mask([.. some.Select(value => new TurnToMask(value, null, new ConversationMasks(key)))], cancellationToken);
            for (var i = 0; i < some.Length; i++)
                alone[some[i]] = masked[i];
        }
        return alone;
    }

    private string One(string value, PartConversation conversation, CancellationToken cancellationToken) =>
        mask.Mask([new TurnToMask(value, null, conversation.Masks!)], cancellationToken)[0];

    [GeneratedRegex(@"^\[(order|account|number) \d+\]$")]
    private static partial Regex NumberPlaceholder();
}
