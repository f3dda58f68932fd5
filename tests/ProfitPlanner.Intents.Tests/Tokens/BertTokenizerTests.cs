using ProfitPlanner.Intents.Tokens;

namespace ProfitPlanner.Intents.Tests.Tokens;

public class BertTokenizerTests
{
    private const string Words = """
        [PAD] [UNK] [CLS] [SEP] [MASK]
        € £ $ ¥ = < ! , . ' ’ “ ” - _ ? [ ] 1 5 6 ##5 ##20 ##\u20E3
        a ##a it costs cafe naive angstrom hi pay ##ment ##ments ##now now please don t snake case cls mask refund istanbul ı straße οδοσ
        😀 ##😀 👨 ##👩 ##👧 👍 ##🏽 ❤ 🇩 ##🇪
        我 要 退 款 吗 豈 カ ##ー ##ト ##を か ᄒ ##ᅡ ##ᆫ ｐ ##ａ ##ｙ ！ 。
        """;

    private static readonly Vocabulary Small = new(Words.Replace("\\u20E3", "\u20E3", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static readonly BertTokenizer Tokenizer = new(Small);

    /// <summary>Texts, and their tokens as the published rules give them by hand.</summary>
    public static TheoryData<string, string> HardCases => new()
    {
        { "It costs $5.", "it costs $ 5 ." },
        // A currency sign outside of ASCII is a symbol to Unicode, no punctuation.
        { "It costs €5, £20", "it costs € ##5 , £ ##20" },
        { "¥ 5", "¥ 5" },
        { "Café CAFE\u0301", "cafe cafe" },
        { "naïve nai\u0308ve \u212Bngstro\u0308m", "naive naive angstrom" },
        { "\u0301 \u0301a\u0301\u0302", "a" },
        { "5≮6≠1", "5 < 6 = 1" },
        { "😀 hi😀", "😀 hi ##😀" },
        { "👨\u200D👩\u200D👧 👍🏽 ❤\uFE0F 🇩🇪 1\uFE0F\u20E3", "👨 ##👩 ##👧 👍 ##🏽 ❤ 🇩 ##🇪 1 ##\u20E3" },
        { "我要退款refund吗。", "我 要 退 款 refund 吗 。" },
        { "\uF900", "豈" },
        { "カードを が", "カ ##ー ##ト ##を か" },
        { "한", "ᄒ ##ᅡ ##ᆫ" },
        { "pay\0ment\u0007 pay\u007Fment\u0085", "pay ##ment pay ##ment" },
        { "\uFEFFpay\u200B \u200Dpay\u00ADments\u2060", "pay pay ##ments" },
        { "pay\tnow\r\nplease\n", "pay now please" },
        { "pay\u000Bnow", "pay ##now" },
        { "pay\u00A0now\u3000please\u2028now\u2029now", "pay now please now now" },
        { "pay" + new string('x', 300) + " now", "[UNK] now" },
        { new string('a', 100), "a" + string.Concat(Enumerable.Repeat(" ##a", 99)) },
        { new string('a', 101) + "! a", "[UNK] ! a" },
        { string.Concat(Enumerable.Repeat("😀", 100)), "😀" + string.Concat(Enumerable.Repeat(" ##😀", 99)) },
        { "a " + string.Concat(Enumerable.Repeat("😀", 101)), "a [UNK]" },
        { "", "" },
        { " \t\r\n\u00A0 ", "" },
        { "\uFFFD\u200B\0", "" },
        { "snake_case __", "snake _ case _ _" },
        { "don’t don't “hi”", "don ’ t don ' t “ hi ”" },
        { "ＰＡＹ！", "ｐ ##ａ ##ｙ ！" },
        { "pay\uD83D now\uDE00 \uDE00\uD83D", "pay now" },
        { "İstanbul ISTANBUL ı", "istanbul istanbul ı" },
        { "STRAßE STRAẞE", "straße straße" },
        { "ΟΔΌΣ", "οδοσ" },
        { "[CLS] [MASK][PAD]", "[ cls ] [ mask ] [ [UNK] ]" },
        { "pay-xyz?", "pay - [UNK] ?" },
        { "pay\uE000", "[UNK]" },
    };

    [Theory]
    [MemberData(nameof(HardCases), DisableDiscoveryEnumeration = true)]
    public void A_hard_case_gives_the_tokens_worked_out_by_hand(string text, string tokens)
    {
        Assert.Equal($"[CLS] {tokens} [SEP]".Replace("  ", " ", StringComparison.Ordinal), Tokens(Tokenizer, Tokenizer.Encode(text, maxLength: 512)));
    }

    [Theory]
    [MemberData(nameof(HardCases), DisableDiscoveryEnumeration = true)]
    public void The_reference_agrees_with_the_tokens_worked_out_by_hand(string text, string tokens)
    {
        Assert.SkipUnless(ReferenceTokenizer.CanRun, "The reference decomposes characters with ICU, which is absent or switched off.");
        Assert.Equal(tokens, string.Join(' ', new ReferenceTokenizer(Small, lowerCase: true).Tokenize(text)));
    }

    [Fact]
    public void Cased_letters_keep_their_case_and_their_accents()
    {
        var tokenizer = new BertTokenizer(new Vocabulary([.. Vocabulary.Special, "Café", "Cafe\u0301", "cafe"]), lowerCase: false);

        Assert.Equal("[CLS] Café Cafe\u0301 cafe [UNK] [SEP]", Tokens(tokenizer, tokenizer.Encode("Café Cafe\u0301 cafe CAFE")));
    }

    [Fact]
    public void A_context_follows_the_text_as_the_second_type()
    {
        var sequence = Tokenizer.Encode("pay now", "it costs €5");

        Assert.Equal("[CLS] pay now [SEP] it costs € ##5 [SEP]", Tokens(Tokenizer, sequence));
        Assert.Equal([0, 0, 0, 0, 1, 1, 1, 1, 1], sequence.Types);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \u200B")]
    public void A_context_without_words_is_none(string? context)
    {
        Assert.Equal("[CLS] pay [SEP]", Tokens(Tokenizer, Tokenizer.Encode("pay", context)));
    }

    [Theory]
    [InlineData(9, "[CLS] pay now please [SEP] it costs refund [SEP]")]
    [InlineData(8, "[CLS] pay now please [SEP] costs refund [SEP]")]
    [InlineData(7, "[CLS] pay now please [SEP] refund [SEP]")]
    [InlineData(6, "[CLS] pay now please [SEP]")]
    [InlineData(5, "[CLS] pay now please [SEP]")]
    [InlineData(4, "[CLS] pay now [SEP]")]
    [InlineData(3, "[CLS] pay [SEP]")]
    public void What_is_too_long_loses_the_oldest_context_and_then_the_end_of_the_text(int length, string tokens)
    {
        var sequence = Tokenizer.Encode("pay now please", "it costs refund", length);

        Assert.Equal(tokens, Tokens(Tokenizer, sequence));
        Assert.Equal(sequence.Length, sequence.Types.Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => Tokenizer.Encode("pay", null, 2));
    }

    [Fact]
    public void Each_word_knows_its_first_token_and_one_that_was_cut_knows_none()
    {
        string[] words = ["pay", "€5", "\u200B", "don't", "payment", "now", "please"];

        var sequence = Tokenizer.Encode(words, null, 9, out var firstPieces);

        Assert.Equal("[CLS] pay € ##5 don ' t pay [SEP]", Tokens(Tokenizer, sequence));
        Assert.Equal([1, 2, -1, 4, 7, -1, -1], firstPieces);
        Assert.All(sequence.Types, type => Assert.Equal(0, type));
    }

    [Fact]
    public void Many_threads_get_what_one_gets()
    {
        string[] texts = [.. HardCases.Select(row => row.Data.Item1)];
        var expected = texts.Select(text => Tokenizer.Encode(text).Ids).ToArray();

        Parallel.For(0, 2000, i => Assert.Equal(expected[i % texts.Length], Tokenizer.Encode(texts[i % texts.Length]).Ids));
    }

    private static string Tokens(BertTokenizer tokenizer, TokenSequence sequence) => string.Join(' ', sequence.Ids.Select(id => tokenizer.Vocabulary.Tokens[id]));
}
