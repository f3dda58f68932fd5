namespace ProfitPlanner.Intents.Training.DataSets;

/// <summary>Turns of conversations.</summary>
internal static class Conversations
{
    /// <summary>How many turns before a text are its context.</summary>
    public const int ContextTurns = 3;

    /// <summary>Each turn with what was said before it in its conversation; conversations in the order of their first turns.</summary>
    /// <param name="turns">Conversation, place in it, and the turn; of equal places the first comes first.</param>
    public static IEnumerable<LabelledText> WithContext(IEnumerable<(string Conversation, double Place, LabelledText Turn)> turns)
    {
        foreach (var conversation in turns.GroupBy(turn => turn.Conversation))
        {
            var before = new List<string>();
            foreach (var (_, _, turn) in conversation.OrderBy(turn => turn.Place))
            {
                yield return turn with { Context = turn.Context ?? (before.Count == 0 ? null : string.Join('\n', before.TakeLast(ContextTurns))) };
                before.Add(turn.Text);
            }
        }
    }
}
