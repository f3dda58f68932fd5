using System.Text;
using CsCheck;
using ProfitPlanner.Application.Privacy;

namespace ProfitPlanner.Application.Tests.Privacy;

/// <summary>What holds of masking whatever the text.</summary>
public sealed class MaskingProperties
{
    private static readonly string[] Parts =
    [
        "my name is ", "Crystal", " Minh", "order ", "number ", "ssn ", "card ", "4111 1111 1111 1111", "12345", "+44 20 7946 0958", "a@b.com", " ", ", ", ". ", "\n",
        "[name 1]", "[order 2]", "[name", "1]", "$94", "2019-11-06", "address is ", "12 Elm Street ", "NY ", "password: ", "hunter2", "https://x.y/?a=b ", "姓名：", "王小明", "路", "号",
        "北京市朝阳区建国路88号", "😀", "\0", "\u202e", "אבג ", "\ud800", "e 15 ", "k3x7g5 ", "192.168.1.1 ", "@handle ", "Mr ", "is ", "ok ", "?", "I'm ", "Hi ", "at ", "dot ", "com ", "gmailcom ",
    ];

    private static readonly Gen<string> Texts = Gen.Int[0, Parts.Length - 1].Array[0, 14].Select(parts => string.Concat(parts.Select(part => Parts[part])));

    [Fact]
    public void Masking_again_changes_nothing() => Texts.Sample(
        text =>
        {
            var masked = Masks.ByRules.Mask(text);
            Assert.Equal(masked, Masks.ByRules.Mask(masked));
        },
        iter: 4_000);

    [Fact]
    public void Any_text_before_is_read() => Gen.Select(Texts, Texts).Sample(
        (text, before) =>
        {
            var masked = Masks.ByRules.Mask(text, before);
            Assert.Equal(masked, Masks.ByRules.Mask(masked, Masks.ByRules.Mask(before)));
        },
        iter: 4_000);

    [Fact]
    public void Any_characters_are_read() => Gen.String.Sample(text => Assert.NotNull(Masks.ByRules.Mask(text)), iter: 2_000);

    [Fact]
    public void The_order_of_conversations_in_a_batch_changes_nothing() => Gen.Select(Texts.Array[1, 6], Gen.Int).Sample(
        (texts, seed) =>
        {
            int[] order = [.. Enumerable.Range(0, texts.Length)];
            new Random(seed).Shuffle(order);

            var masked = Batch(texts);
            var shuffled = Batch([.. order.Select(i => texts[i])]);

            Assert.Equal(order.Select(i => masked[i]), shuffled);
        },
        iter: 500);

    [Fact]
    public void Placeholders_are_not_masked() =>
        Assert.Equal("[name 1] lives at [address 1], order [order 1]", Masks.ByRules.Mask("[name 1] lives at [address 1], order [order 1]"));

    [Theory]
    [InlineData("ssn 1254 ")]
    [InlineData("1254")]
    [InlineData("a")]
    [InlineData("我住在北京市")]
    [InlineData("😀")]
    [InlineData("a@b.com,")]
    [InlineData("::1.")]
    [InlineData("my name is address is 12 ")]
    public void A_megabyte_is_read_in_seconds(string part)
    {
        var text = new StringBuilder().Insert(0, part, 1_000_000 / part.Length).ToString();
        var start = TimeProvider.System.GetTimestamp();

        var masked = Masks.ByRules.Mask(text);

        Assert.NotEmpty(masked);
        Assert.InRange(TimeProvider.System.GetElapsedTime(start).TotalSeconds, 0, 60);
    }

    [Fact]
    public void Personal_data_far_into_a_long_text_is_masked()
    {
        var text = new StringBuilder().Insert(0, "nothing to see here, ", 50_000).Append("ann@example.com").ToString();

        Assert.EndsWith("here, [email 1]", Masks.ByRules.Mask(text), StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Batch(string[] texts) =>
        Masks.ByRules.Mask([.. texts.Select(text => new TurnToMask(text, null, Masks.Conversation()))], TestContext.Current.CancellationToken);
}
