using ProfitPlanner.Application.Demand.Words;
using ProfitPlanner.Data.Transcripts;
using ProfitPlanner.Intents.Classification;

namespace ProfitPlanner.Application.Demand.Classification;

/// <summary>A customer's turn as a model reads it.</summary>
/// <param name="Utterance">The turn, and what the same customer said before.</param>
/// <param name="Asked">What support said just before; null where it was the customer again, or nobody.</param>
internal sealed record SaidInContext(ReadTurn Turn, Utterance Utterance, string? Asked)
{
    // As in training.
    private const int ContextTurns = 3;

    /// <summary>Those of a conversation, in their order.</summary>
    public static IEnumerable<SaidInContext> Of(IReadOnlyList<ReadTurn> turns)
    {
        var before = new Queue<string>();
        ReadTurn? last = null;
        foreach (var turn in turns)
        {
            if (turn.Speaker == Speaker.Customer)
            {
                var spoken = TurnText.Spoken(turn.Text);
                yield return new SaidInContext(
                    turn,
                    new Utterance(spoken, before.Count == 0 ? null : string.Join('\n', before)),
                    last is { Speaker: not Speaker.Customer } asked ? asked.Text : null);
                before.Enqueue(spoken);
                if (before.Count > ContextTurns)
                    before.Dequeue();
            }
            last = turn;
        }
    }
}
