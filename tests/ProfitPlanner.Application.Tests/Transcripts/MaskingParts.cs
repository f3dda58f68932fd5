using ProfitPlanner.Application.Privacy;
using ProfitPlanner.Application.Tests.Privacy;
using ProfitPlanner.Application.Transcripts.Importing;
using ProfitPlanner.Application.Transcripts.Reading;
using ProfitPlanner.Data.Transcripts;

namespace ProfitPlanner.Application.Tests.Transcripts;

/// <summary>What of a part is kept beside its texts.</summary>
public sealed class MaskingParts
{
    private static readonly byte[] Key = new byte[32];

    private static string? Number(string number)
    {
        var conversation = new PartConversation(Guid.NewGuid(), number);
        Mask([conversation], []);
        return conversation.Number;
    }

    private static void Mask(IReadOnlyCollection<PartConversation> conversations, IReadOnlyList<PartTurn> turns) =>
        new PartMasking(Masks.ByRules, Key).Mask(new ReadPart(0, Resumption.Beginning, 0, false, conversations, turns, []), TestContext.Current.CancellationToken);

    [Theory]
    [InlineData("@crystal_minh")]
    [InlineData("cminh730")]
    [InlineData("crystal@example.com")]
    public void A_conversation_is_not_numbered_by_a_user_name(string number) => Assert.Null(Number(number));

    [Theory]
    [InlineData("3592")]
    [InlineData("ticket12345")]
    [InlineData("conv10001")]
    [InlineData("conv-10001")]
    [InlineData("009ab879-ab52-4507-979e-8bc92badecef")]
    public void A_conversation_keeps_a_number_that_is_one(string number) => Assert.Equal(number, Number(number));

    [Theory]
    [InlineData("airline")]
    [InlineData("finance")]
    public void Conversations_of_multidogo_keep_their_numbers(string domain)
    {
        var lines = System.Text.Encoding.UTF8.GetString(SharedData.Read($"multidogo/{domain}/dev.tsv")).Split('\n').Skip(1);
        List<PartConversation> conversations = [.. lines.Where(line => line.Length > 0).Select(line => line.Split('\t')[0]).Distinct().Select(number => new PartConversation(Guid.NewGuid(), number))];

        Mask(conversations, []);

        Assert.All(conversations, conversation => Assert.NotNull(conversation.Number));
    }

    [Fact]
    public void A_label_is_no_longer_for_being_masked()
    {
        var conversation = new PartConversation(Guid.NewGuid(), null) { Masks = new ConversationMasks(Key) };
        var turn = new PartTurn(conversation, null, Speaker.Customer, null, "hi", string.Join(',', Enumerable.Range(0, 12).Select(i => $"a@b{i % 10}.de")));
        Assert.InRange(turn.Label!.Length, 90, 100);

        Mask([conversation], [turn]);

        Assert.StartsWith("[email 1],[email 2]", turn.Label, StringComparison.Ordinal);
        Assert.Equal(100, turn.Label.Length);
    }
}
