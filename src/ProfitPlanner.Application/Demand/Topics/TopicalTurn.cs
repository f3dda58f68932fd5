using ProfitPlanner.Application.Demand.Classification;
using ProfitPlanner.Application.Demand.Words;

namespace ProfitPlanner.Application.Demand.Topics;

/// <summary>A turn that says enough to be of a topic.</summary>
/// <param name="Direction">Where it lies among others, [hidden].</param>
internal sealed record TopicalTurn(Guid Conversation, int Number, string Text, float[] Direction)
{
    private const int LeastWords = 3;

    /// <summary>Whether a turn is more than talk, and three words or more; of Chinese and Japanese, six characters.</summary>
    public static bool Is(string text, GivenIntent given)
    {
        if (given.Intent is { } intent && ConversationDecision.IsTalk(intent))
            return false;
        var own = TurnText.Own(text);
        return TurnText.Words(own).Sum(word => TurnText.IsUnspaced(word) ? word.Length / 2.0 : 1) >= LeastWords;
    }
}
