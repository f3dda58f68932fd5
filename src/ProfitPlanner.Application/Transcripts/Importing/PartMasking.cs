using System.Text.RegularExpressions;
using ProfitPlanner.Application.Privacy;
using ProfitPlanner.Application.Transcripts.Reading;

namespace ProfitPlanner.Application.Transcripts.Importing;

/// <summary>Masks everything of a part that is to be stored: texts, labels, numbers, attributes.</summary>
internal sealed partial class PartMasking(IPersonalDataMask mask, byte[] key)
{
    private const int TurnsAtOnce = 2_048;

    private static readonly char[] Digits = [.. "0123456789"];

    public void Mask(ReadPart part, CancellationToken cancellationToken)
    {
        Mask(part.Turns, ToMask, (turn, masked) => turn.Text = masked, cancellationToken);

        // Few, and the same over and over: what is clean is asked for once.
        var alone = MaskedAlone(part, cancellationToken);
        bool IsClean(string value) => alone[value] == value;
        // A placeholder may be longer than what it stands for.
        Mask([.. part.Turns.Where(turn => turn.Label is { } label && !IsClean(label))], turn => new TurnToMask(turn.Label!, null, turn.Conversation.Masks!),
            (turn, masked) => turn.Label = masked.CutTo(TurnReader.LongestLabel), cancellationToken);
        Mask([.. part.Conversations.SelectMany(conversation => conversation.Attributes.Where(a => !IsClean(a.Value)).Select(a => (Conversation: conversation, Name: a.Key, a.Value)))],
            attribute => new TurnToMask(attribute.Value, null, attribute.Conversation.Masks!), (attribute, masked) => attribute.Conversation.Attributes[attribute.Name] = masked, cancellationToken);
        foreach (var conversation in part.Conversations)
        {
            // A number with a hole in it is none.
            if (conversation.Number is { } number && !IsClean(number) && !IsNumber(number, alone[number]))
                conversation.Number = null;
        }
    }

    // Many at once.
    private void Mask<T>(IEnumerable<T> all, Func<T, TurnToMask> toMask, Action<T, string> take, CancellationToken cancellationToken)
    {
        foreach (var some in all.Chunk(TurnsAtOnce))
        {
            var masked = mask.Mask([.. some.Select(toMask)], cancellationToken);
            for (var i = 0; i < some.Length; i++)
                take(some[i], masked[i]);
        }
    }

    // That it looks like a number of an order says nothing of a person; what looks like a user name may be one, but for 'ticket12345'.
    private static bool IsNumber(string number, string masked) =>
        OrderPlaceholder().IsMatch(masked) || (AccountPlaceholder().IsMatch(masked) && ColumnNames.Of(number.TrimEnd(Digits)) == ColumnRole.Conversation);

    private static TurnToMask ToMask(PartTurn turn)
    {
        var toMask = new TurnToMask(turn.Text, turn.Conversation.Before, turn.Conversation.Masks!);
        turn.Conversation.Before = turn.Text;
        return toMask;
    }

    private Dictionary<string, string> MaskedAlone(ReadPart part, CancellationToken cancellationToken)
    {
        var alone = new Dictionary<string, string>();
        Mask(part.Turns.Select(turn => turn.Label).OfType<string>()
            .Concat(part.Conversations.Select(conversation => conversation.Number).OfType<string>())
            .Concat(part.Conversations.SelectMany(conversation => conversation.Attributes.Values)).Distinct(),
            value => new TurnToMask(value, null, new ConversationMasks(key)), alone.Add, cancellationToken);
        return alone;
    }

    [GeneratedRegex(@"^\[(order|number) \d+\]$")]
    private static partial Regex OrderPlaceholder();

    [GeneratedRegex(@"^\[account \d+\]$")]
    private static partial Regex AccountPlaceholder();
}
