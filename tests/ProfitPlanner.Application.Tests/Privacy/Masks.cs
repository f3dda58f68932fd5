using ProfitPlanner.Application.Privacy;

namespace ProfitPlanner.Application.Tests.Privacy;

internal static class Masks
{
    /// <summary>Without a model, as where no engine loads.</summary>
    public static PersonalDataMask ByRules { get; } = new(null);

    public static ConversationMasks Conversation(string? state = null) => new(new byte[32], state);

    public static string Mask(this IPersonalDataMask mask, string text, string? before = null, ConversationMasks? conversation = null) =>
        Assert.Single(mask.Mask([new TurnToMask(text, before, conversation ?? Conversation())], TestContext.Current.CancellationToken));

    /// <summary>Masks the turns of one conversation, each after the one before it.</summary>
    public static IReadOnlyList<string> MaskConversation(this IPersonalDataMask mask, params string[] turns)
    {
        var conversation = Conversation();
        return mask.Mask([.. turns.Select((turn, i) => new TurnToMask(turn, i == 0 ? null : turns[i - 1], conversation))], TestContext.Current.CancellationToken);
    }
}
