using ProfitPlanner.Intents.Tokens;

namespace ProfitPlanner.Intents.Tests.Tokens;

public class VocabularyTrainerTests
{
    private static readonly string[] Texts =
    [
        "My card has not arrived yet, what should I do?", "The card payment was declined", "Why was my payment declined?",
        "Cancel my payments!", "I paid with a card; the card was declined: €5", "退款 退款 payment", "naïve café", "snake_case snake_case",
    ];

    [Fact]
    public void Pairs_are_joined_as_worked_out_by_hand()
    {
        // In pieces: a 4, ##a 4, ##b 4, b 10; together 22. As b occurs 14 times and a 8, b is numbered first.
        // (a, ##a) and (##a, ##b) both gain 4 ln(4 × 22 / (4 × 4)): the older token on the left goes first. aa 4, ##b 4, b 10 are left,
        // and (aa, ##b) is joined. Then aab spells its word alone, so aa is not needed.
        Assert.Equal([.. Vocabulary.Special, "b", "##b", "a", "##a", "aab"], Train([Repeat("aab", 4) + Repeat("b", 10)], 30).Tokens);
    }

    [Fact]
    public void What_belongs_together_is_joined_before_what_meets_by_chance()
    {
        // In pieces: x 6, ##y 6, a 28, ##b 28, and eight others of 5; together 108. The most frequent pair is (a, ##b), but it gains only
        // 8 ln(8 × 108 / (28 × 28)) = 0.8, (a, ##c) and its like 5 ln(5 × 108 / (28 × 5)) = 6.7, and (x, ##y) 6 ln(6 × 108 / (6 × 6)) = 17.3.
        var text = Repeat("xy", 6) + Repeat("ab", 8) + Repeat("ac ad ae af gb hb ib jb", 5);

        var joined = Train([text], 100).Tokens.Where(token => token.Length == 2).ToList();

        Assert.Equal("xy", joined[0]);
        Assert.Equal(10, joined.Count);
    }

    [Fact]
    public void What_was_joined_counts_no_more_as_its_parts()
    {
        // At first ac and db gain 27.0 each, xy 17.3, and ab 0.8; once ac and db are joined, a and ##b are left 8 times each, of 68 pieces:
        // (a, ##b) gains 8 ln(8 × 68 / (8 × 8)) = 17.1, and (x, ##y) 6 ln(6 × 68 / (6 × 6)) = 14.6.
        var text = Repeat("xy", 6) + Repeat("ab", 8) + Repeat("ac db", 20);

        Assert.Equal(["ac", "db", "ab", "xy"], Train([text], 100).Tokens.Where(token => token.Length == 2));
    }

    [Fact]
    public void A_pair_that_is_too_rare_is_not_joined()
    {
        Assert.Contains("ab", Train(["ab ab ab"], 20, minFrequency: 3).Tokens);
        Assert.DoesNotContain("ab", Train(["ab ab ab"], 20, minFrequency: 4).Tokens);
    }

    [Fact]
    public void Special_tokens_come_first()
    {
        Assert.Equal(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"], Train(Texts, 200).Tokens.Take(5));
    }

    [Fact]
    public void Letters_can_start_and_continue_a_word_and_punctuation_and_ideographs_stand_alone()
    {
        var tokens = Train(Texts, 200).Tokens;

        Assert.All(["c", "##c", "x", "##x", "€", "##€", "?", "_", "退"], token => Assert.Equal(token is not ("x" or "##x"), tokens.Contains(token)));
        Assert.All(["##?", "##_", "##退", "é", "C"], token => Assert.DoesNotContain(token, tokens));
    }

    [Fact]
    public void Cased_texts_keep_their_letters()
    {
        Assert.All(["é", "C"], token => Assert.Contains(token, Train(Texts, 200, lowerCase: false).Tokens));
    }

    [Fact]
    public void Characters_take_at_most_half_of_the_room_and_the_most_frequent_ones_stay()
    {
        var vocabulary = Train(["一一一 二二 三三 四 五"], 11);

        Assert.Equal([.. Vocabulary.Special, "一", "三", "二"], vocabulary.Tokens);
    }

    [Fact]
    public void The_order_of_the_texts_does_not_matter()
    {
        Assert.Equal(Train(Texts, 100).Tokens, Train(Texts.Reverse(), 100).Tokens);
    }

    [Fact]
    public void A_vocabulary_is_smaller_than_asked_for_when_nothing_is_left_to_join()
    {
        Assert.Equal([.. Vocabulary.Special, "a", "##a", "aa"], Train(["aa aa"], 1_000).Tokens);
        Assert.Equal(Vocabulary.Special, Train([], 1_000).Tokens);
    }

    [Fact]
    public void Real_texts_are_spelt_without_unknown_words_and_with_every_token()
    {
        var texts = TestTexts.Banking();
        var vocabulary = Train(texts, 1_500);
        var tokenizer = new BertTokenizer(vocabulary);

        var used = texts.SelectMany(text => tokenizer.Encode(text, null, 10_000).Ids).ToHashSet();

        Assert.Equal(1_500, vocabulary.Count);
        Assert.DoesNotContain(vocabulary.UnknownId, used);
        // Single characters stay even where longer tokens always cover them.
        Assert.All(Enumerable.Range(Vocabulary.Special.Length, vocabulary.Count - Vocabulary.Special.Length),
            id => Assert.True(used.Contains(id) || vocabulary.Tokens[id].Replace("##", "", StringComparison.Ordinal).Length == 1, vocabulary.Tokens[id]));
    }

    [Fact]
    public void Words_that_were_never_seen_are_spelt_with_characters_that_were()
    {
        var tokenizer = new BertTokenizer(Train(Texts, 200));

        var sequence = tokenizer.Encode("declineds tnemyap 款退y");

        Assert.DoesNotContain(tokenizer.Vocabulary.UnknownId, sequence.Ids);
    }

    [Fact]
    public void Words_that_are_too_long_leave_no_trace()
    {
        Assert.Equal(Train(["pay pay now"], 50).Tokens, Train([$"pay {new string('z', 300)} pay now"], 50).Tokens);
    }

    [Fact]
    public void Training_can_be_stopped()
    {
        using var stop = new CancellationTokenSource();

        Assert.Throws<OperationCanceledException>(() => VocabularyTrainer.Train(StopAfterFirst(), 200, cancellationToken: stop.Token));

        IEnumerable<string> StopAfterFirst()
        {
            yield return "pay";
            stop.Cancel();
            yield return "now";
        }
    }

    private static string Repeat(string word, int times) => string.Concat(Enumerable.Repeat(word + " ", times));

    private static Vocabulary Train(IEnumerable<string> texts, int size, bool lowerCase = true, int minFrequency = 2) =>
        VocabularyTrainer.Train(texts, size, lowerCase, minFrequency, cancellationToken: TestContext.Current.CancellationToken);
}
