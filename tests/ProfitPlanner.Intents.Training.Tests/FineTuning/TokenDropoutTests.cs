using ProfitPlanner.Intents.Tokens;
using ProfitPlanner.Intents.Training.FineTuning;

namespace ProfitPlanner.Intents.Training.Tests.FineTuning;

public sealed class TokenDropoutTests
{
    private const int Words = 10_000;

    private static readonly Vocabulary Vocabulary = MadeUpTexts.Vocabulary;

    private static readonly TokenSequence Text = new(
        [Vocabulary.StartId, .. Enumerable.Repeat(9, Words), Vocabulary.SeparatorId, .. Enumerable.Repeat(8, Words), Vocabulary.SeparatorId],
        [.. new int[Words + 2], .. Enumerable.Repeat(1, Words + 1)]);

    [Fact]
    public void Half_of_the_share_is_left_out_and_half_masked()
    {
        var dropped = new TokenDropout(0.2, Vocabulary).Of(VariedTokens.Of(Text), new Random(1)).Tokens;

        Assert.InRange((Text.Length - dropped.Length) / (2.0 * Words), 0.09, 0.11);
        Assert.InRange(dropped.Ids.Count(id => id == Vocabulary.MaskId) / (2.0 * Words), 0.09, 0.11);
        Whole(dropped);
    }

    [Fact]
    public void What_is_left_is_known_by_where_it_was()
    {
        TokenSequence counted = new([Vocabulary.StartId, .. Enumerable.Range(5, 10), Vocabulary.SeparatorId], new int[12]);
        var random = new Random(1);

        Assert.All(Enumerable.Range(0, 200).Select(_ => new TokenDropout(0.4, Vocabulary).Of(VariedTokens.Of(counted), random)), dropped =>
        {
            Assert.Equal(dropped.Tokens.Length, dropped.Origins.Length);
            Assert.Equal(dropped.Origins.Order().Distinct(), dropped.Origins);
            Assert.All(dropped.Tokens.Ids.Zip(dropped.Origins), token => Assert.True(token.First == counted.Ids[token.Second] || token.First == Vocabulary.MaskId));
        });
    }

    [Fact]
    public void Ends_stay_where_all_else_goes()
    {
        var dropped = new TokenDropout(1, Vocabulary).Of(VariedTokens.Of(Text), new Random(1)).Tokens;

        Assert.DoesNotContain(dropped.Ids, id => id is 8 or 9);
        Whole(dropped);
    }

    [Fact]
    public void Without_a_share_texts_stay_as_they_are() => Assert.Same(Text, new TokenDropout(0, Vocabulary).Of(VariedTokens.Of(Text), new Random(1)).Tokens);

    private static void Whole(TokenSequence dropped)
    {
        Assert.Equal((Vocabulary.StartId, 2), (dropped.Ids[0], dropped.Ids.Count(id => id == Vocabulary.SeparatorId)));
        Assert.Equal(dropped.Length, dropped.Types.Length);
        // The text's tokens keep its type, and the context's theirs.
        var end = Array.IndexOf(dropped.Ids, Vocabulary.SeparatorId);
        Assert.All(dropped.Types[..(end + 1)], type => Assert.Equal(0, type));
        Assert.All(dropped.Types[(end + 1)..], type => Assert.Equal(1, type));
        Assert.Equal(Vocabulary.SeparatorId, dropped.Ids[^1]);
    }
}
