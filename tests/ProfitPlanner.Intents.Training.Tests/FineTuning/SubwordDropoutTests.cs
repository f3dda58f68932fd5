using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Tokens;
using ProfitPlanner.Intents.Training.FineTuning;

namespace ProfitPlanner.Intents.Training.Tests.FineTuning;

public sealed class SubwordDropoutTests
{
    private const int Times = 2_000;

    private static readonly Vocabulary Vocabulary = new(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "cards", "card", "c", "##ard", "##a", "##r", "##d", "##s", "?", "##"]);

    private static readonly TokenSequence Text = Of("[CLS]", "card", "##s", "?", "[UNK]", "##", "[SEP]", "cards", "[SEP]");

    [Fact]
    public void A_word_is_spelt_otherwise_as_often_as_asked_for_and_stays_the_same_word()
    {
        var dropout = new SubwordDropout(0.2, Vocabulary);
        var random = new Random(1);
        var spelt = Enumerable.Range(0, Times).Select(_ => dropout.Of(VariedTokens.Of(Text), 40, random).Tokens).ToList();

        Assert.All(spelt, text =>
        {
            Assert.Equal("[CLS] cards ? [UNK] ## [SEP] cards [SEP]", Words(text));
            // The context's pieces are the context's.
            Assert.Equal(Array.IndexOf(text.Ids, Vocabulary.SeparatorId) + 1, text.Types.Count(type => type == 0));
            Assert.DoesNotContain(1, text.Types[..(Array.IndexOf(text.Ids, Vocabulary.SeparatorId) + 1)]);
        });
        // Of 'cards', 'card' and 'c', all of which fit, the first with 0.8 and the second with 0.8 of the rest.
        Assert.InRange(spelt.Count(text => text.Ids[1] == Vocabulary["cards"]) / (double)Times, 0.77, 0.83);
        Assert.InRange(spelt.Count(text => text.Ids[1] == Vocabulary["card"]) / (double)Times, 0.13, 0.19);
        Assert.InRange(spelt.Count(text => text.Ids[1] == Vocabulary["c"]) / (double)Times, 0.02, 0.06);
        Assert.True(spelt.Select(text => string.Join(' ', text.Ids)).Distinct().Count() > 10);
    }

    [Fact]
    public void What_is_said_of_a_word_goes_where_its_first_piece_is()
    {
        Head[] heads = [new("intent", HeadKind.OneLabel, ["a", "b"]), new("personal", HeadKind.TokenLabels, ["O", "card"])];
        TrainingText text = new(Text, [[1], [-1, 1, -1, 0, 0, -1, -1, -1, -1]]);
        var random = new Random(1);

        Assert.All(Enumerable.Range(0, Times).Select(_ => new SubwordDropout(0.3, Vocabulary).Of(VariedTokens.Of(Text), 40, random).In(text, heads)), spelt =>
        {
            Assert.Equal([1], spelt.Targets[0]!);
            Assert.Equal(spelt.Tokens.Length, spelt.Targets[1]!.Length);
            Assert.Equal(1, spelt.Targets[1]![1]);
            Assert.Equal(0, spelt.Targets[1]![Array.IndexOf(spelt.Tokens.Ids, Vocabulary["?"])]);
            Assert.Equal(0, spelt.Targets[1]![Array.IndexOf(spelt.Tokens.Ids, Vocabulary.UnknownId)]);
            Assert.Equal(3, spelt.Targets[1]!.Count(label => label >= 0));
        });
    }

    [Fact]
    public void A_context_that_was_cut_within_a_word_stays_the_context()
    {
        TokenSequence text = new([.. ((string[])["[CLS]", "card", "[SEP]", "##ard", "##s", "cards", "[SEP]"]).Select(token => Vocabulary[token])], [0, 0, 0, 1, 1, 1, 1]);
        var random = new Random(1);

        Assert.All(Enumerable.Range(0, 200).Select(_ => new SubwordDropout(0.5, Vocabulary).Of(VariedTokens.Of(text), 40, random).Tokens), spelt =>
        {
            var separator = Array.IndexOf(spelt.Ids, Vocabulary.SeparatorId);
            Assert.Equal((Vocabulary["##ard"], Vocabulary["##s"]), (spelt.Ids[separator + 1], spelt.Ids[separator + 2]));
            Assert.Equal(separator + 1, spelt.Types.Count(type => type == 0));
        });
    }

    [Fact]
    public void A_text_becomes_no_longer_than_the_encoder_reads()
    {
        var dropout = new SubwordDropout(0.9, Vocabulary);
        var random = new Random(1);

        Assert.All(Enumerable.Range(0, Times), _ => Assert.InRange(dropout.Of(VariedTokens.Of(Text), 10, random).Tokens.Length, 8, 10));
        Assert.Contains(Enumerable.Range(0, Times), _ => dropout.Of(VariedTokens.Of(Text), 40, random).Tokens.Length > 10);
    }

    [Fact]
    public void Without_a_share_texts_stay_as_they_are() => Assert.Same(Text, new SubwordDropout(0, Vocabulary).Of(VariedTokens.Of(Text), 40, new Random(1)).Tokens);

    private static TokenSequence Of(params string[] tokens) => new([.. tokens.Select(token => Vocabulary[token])], [0, 0, 0, 0, 0, 0, 0, 1, 1]);

    private static string Words(TokenSequence tokens) =>
        string.Join(' ', tokens.Ids.Select(id => Vocabulary.Tokens[id])).Replace(" ##", "", StringComparison.Ordinal).Replace("[UNK]", "[UNK] ##", StringComparison.Ordinal);
}
