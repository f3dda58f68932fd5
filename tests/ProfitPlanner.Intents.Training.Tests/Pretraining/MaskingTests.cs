using ProfitPlanner.Intents.Tokens;
using ProfitPlanner.Intents.Training.Pretraining;

namespace ProfitPlanner.Intents.Training.Tests.Pretraining;

public sealed class MaskingTests
{
    private const double Share = 0.2;

    private static readonly Vocabulary Vocabulary = MadeUpTexts.Vocabulary;

    private static readonly TokenSequence[] Texts = [.. Enumerable.Range(0, 10_000).Select(i => MadeUpTexts.Sequence(-1, i))];

    [Fact]
    public void What_is_hidden_is_masked_replaced_or_left_in_the_published_shares()
    {
        var (before, after) = (TokenBatch.Of(Texts), TokenBatch.Of(Texts));

        var (places, tokens) = new Masking(Vocabulary, Share).Hide(after, new Random(1));

        double Of(Func<long, bool> which) => places.Count(which) / (double)places.Length;
        Assert.InRange(places.Length / (double)Texts.Sum(text => text.Length - 2), 0.19, 0.21);
        Assert.InRange(Of(place => after.Ids[place] == Vocabulary.MaskId), 0.79, 0.82);
        // One in 34 replacements is the token itself, and one a mask.
        Assert.InRange(Of(place => after.Ids[place] == before.Ids[place]), 0.09, 0.12);
        Assert.InRange(Of(place => after.Ids[place] != before.Ids[place] && after.Ids[place] != Vocabulary.MaskId), 0.08, 0.11);
        Assert.Equal(places.Select(place => before.Ids[place]), tokens);
    }

    [Fact]
    public void All_else_stays_and_no_end_and_no_padding_is_hidden()
    {
        var (before, after) = (TokenBatch.Of(Texts), TokenBatch.Of(Texts));

        var (places, _) = new Masking(Vocabulary, Share).Hide(after, new Random(1));

        var hidden = places.ToHashSet();
        Assert.Equal(places.Length, hidden.Count);
        Assert.All(Enumerable.Range(0, after.Ids.Length).Where(place => !hidden.Contains(place)), place => Assert.Equal(before.Ids[place], after.Ids[place]));
        Assert.All(places, place => Assert.False(before.Ids[place] == Vocabulary.PaddingId || before.Ids[place] == Vocabulary.StartId || before.Ids[place] == Vocabulary.SeparatorId));
        // Padding would hide a token from attention, too.
        Assert.All(places, place => Assert.NotEqual(Vocabulary.PaddingId, after.Ids[place]));
        Assert.Equal(before.Types, after.Types);
    }

    [Fact]
    public void The_same_seed_hides_the_same()
    {
        var (one, other, another) = (TokenBatch.Of(Texts[..100]), TokenBatch.Of(Texts[..100]), TokenBatch.Of(Texts[..100]));
        var masking = new Masking(Vocabulary, Share);

        Assert.Equal(masking.Hide(one, new Random(1)).Places, masking.Hide(other, new Random(1)).Places);
        Assert.NotEqual(one.Ids, TokenBatch.Of(Texts[..100]).Ids);
        Assert.Equal(one.Ids, other.Ids);
        masking.Hide(another, new Random(2));
        Assert.NotEqual(one.Ids, another.Ids);
    }
}
