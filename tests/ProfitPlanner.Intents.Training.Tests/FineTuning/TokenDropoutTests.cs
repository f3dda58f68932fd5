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
        var dropped = new TokenDropout(0.2, Vocabulary).Of(Text, mayShorten: true, new Random(1));

        Assert.InRange((Text.Length - dropped.Length) / (2.0 * Words), 0.09, 0.11);
        Assert.InRange(dropped.Ids.Count(id => id == Vocabulary.MaskId) / (2.0 * Words), 0.09, 0.11);
        Whole(dropped);
    }

    [Fact]
    public void The_whole_share_is_masked_where_nothing_may_be_left_out()
    {
        var dropped = new TokenDropout(0.2, Vocabulary).Of(Text, mayShorten: false, new Random(1));

        Assert.Equal(Text.Types, dropped.Types);
        Assert.InRange(dropped.Ids.Count(id => id == Vocabulary.MaskId) / (2.0 * Words), 0.19, 0.21);
        Whole(dropped);
    }

    [Fact]
    public void Ends_stay_where_all_else_goes()
    {
        var dropped = new TokenDropout(1, Vocabulary).Of(Text, mayShorten: true, new Random(1));

        Assert.DoesNotContain(dropped.Ids, id => id is 8 or 9);
        Whole(dropped);
    }

    [Fact]
    public void Without_a_share_texts_stay_as_they_are() => Assert.Same(Text, new TokenDropout(0, Vocabulary).Of(Text, mayShorten: true, new Random(1)));

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
