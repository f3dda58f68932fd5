using CsCheck;
using ProfitPlanner.Intents.Ngrams;

namespace ProfitPlanner.Intents.Tests.Ngrams;

public sealed class NgramFeaturesTests
{
    private static readonly NgramOptions WordsOnly = new() { Words = 1, Characters = 0, Least = 1 };

    private static readonly string[] Texts = ["Where is my card?", "Where is my order?", "I lost my card", "卡在哪里", "我的卡丢了", "", "¥5 €6"];

    private static readonly NgramFeatures Features = NgramFeatures.Learn(Texts, new NgramOptions());

    [Fact]
    public void A_vector_worked_out_by_hand()
    {
        var features = NgramFeatures.Learn(["my card", "my my order", "my"], WordsOnly);
        var (once, twice) = (features.Of("card"), features.Of("my card my unknown"));

        Assert.Equal(3, features.Count);
        Assert.Equal(1, Assert.Single(once.Values), 1e-6);
        var (my, card) = ((1 + Math.Log(2)) * 1, 1 + Math.Log(4 / 2.0));
        var length = Math.Sqrt(my * my + card * card);
        var at = Array.IndexOf(twice.Indices, once.Indices[0]);
        Assert.Equal(card / length, twice.Values[at], 1e-3);
        Assert.Equal(my / length, twice.Values[1 - at], 1e-3);
    }

    [Fact]
    public void N_grams_are_runs_of_words_and_of_characters_with_the_spaces_around_them()
    {
        Assert.Equal(3, Count(new NgramOptions { Words = 2, Characters = 0, Least = 1 }));
        // " ab c ": a b c, then " a" ab "b " " c" "c ", then " ab" "ab " "b c" " c ".
        Assert.Equal(2 + 3 + 5 + 4, Count(new NgramOptions { Words = 1, Characters = 3, Least = 1 }));

        static int Count(NgramOptions options) => NgramFeatures.Learn(["ab c"], options).Count;
    }

    [Fact]
    public void N_grams_of_too_few_texts_are_no_features() => Assert.Equal(
        1, NgramFeatures.Learn(["my card", "my order", "card card"], WordsOnly with { Least = 2 }).Count - 1);

    [Fact]
    public void Every_vector_rises_and_has_length_one_or_nothing() => Gen.String.Sample(text =>
    {
        var vector = Features.Of(text + " my card");
        Assert.Equal(vector.Indices.Distinct().Order(), vector.Indices);
        Assert.Equal(1, vector.Values.Sum(value => (double)value * value), 1e-4);
        Assert.All(vector.Indices, index => Assert.InRange(index, 0, Features.Count - 1));
    });

    [Fact]
    public void Case_and_the_width_of_spaces_do_not_matter()
    {
        Assert.Equal(Features.Of("where is my card?").Indices, Features.Of("  WHERE is\tmy \n Card? ").Indices);
        Assert.Equal(Features.Of("where is my card?").Values, Features.Of("  WHERE is\tmy \n Card? ").Values);
    }

    [Fact]
    public void A_Chinese_character_is_a_word() => Assert.Equal(
        NgramFeatures.Learn(["a b c d"], WordsOnly).Count, NgramFeatures.Learn(["卡在哪里"], WordsOnly).Count);

    [Fact]
    public void The_order_of_texts_does_not_matter()
    {
        var reversed = NgramFeatures.Learn(Texts.Reverse(), new NgramOptions());
        Assert.Equal(Features.Of("where is my card").Indices, reversed.Of("where is my card").Indices);
        Assert.Equal(Features.Of("where is my card").Values, reversed.Of("where is my card").Values);
    }

    [Fact]
    public void What_was_said_before_adds_other_features_and_leaves_those_of_the_text()
    {
        var features = NgramFeatures.Learn([("my card", "my card"), ("my card", null)], new NgramOptions { Least = 1, Context = 0.5f });
        var (without, with) = (features.Of("my card"), features.Of("my card", "my card"));

        var added = with.Indices.Zip(with.Values).Where(entry => !without.Indices.Contains(entry.First)).ToArray();
        Assert.Equal(3, added.Length);
        Assert.Equal(0.25, added.Sum(entry => entry.Second * entry.Second), 1e-5);
        Assert.Equal(without.Indices.Zip(without.Values), with.Indices.Zip(with.Values).Except(added));
    }

    [Fact]
    public void Threads_at_once_get_the_same_vectors()
    {
        var expected = Features.Of(Texts[0], Texts[1]);
        Parallel.For(0, 1000, i => _ = Features.Of(Texts[i % Texts.Length]));
        Parallel.For(0, 1000, _ => Assert.Equal(expected.Values, Features.Of(Texts[0], Texts[1]).Values));
    }

    [Theory]
    [InlineData(0, 5, 2)]
    [InlineData(5, 5, 2)]
    [InlineData(2, 9, 2)]
    [InlineData(2, 5, 0)]
    public void Options_that_cannot_be_met_are_refused(int words, int characters, int least) => Assert.Throws<ArgumentException>(
        () => NgramFeatures.Learn(Texts, new NgramOptions { Words = words, Characters = characters, Least = least }));
}
