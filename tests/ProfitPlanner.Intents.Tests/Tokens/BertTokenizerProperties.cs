using System.Text;
using CsCheck;
using ProfitPlanner.Intents.Tokens;

namespace ProfitPlanner.Intents.Tests.Tokens;

/// <summary>The tokenizer equals the published algorithm on any text.</summary>
public class BertTokenizerProperties
{
    private static readonly string[] Fragments =
    [
        "a", "b", "c", "A", "B", "É", "e\u0301", "\u0301", "ß", "ẞ", "İ", "ı", "i", "ñ", "Ǆ", "ﬁ", "Å", "\u212B", "Ω", "σ", "0", "7", "½",
        " ", "  ", "\t", "\n", "\r\n", "\0", "\u0007", "\u000B", "\u001C", "\u0085", "\u00A0", "\u00AD", "\u200B", "\u200D", "\u2028", "\u2029", "\u3000", "\uFEFF", "\uFFFD",
        "$", "€", "£", "+", "^", "_", "`", "|", "#", "##", "[UNK]", "’", "“", "…", "·", "\u037E", "\u1FEF", "≠", "™", "\u20E3", "、", "！", "Ａ",
        "中", "文", "\uF900", "\U00020000", "\U0002F800", "が", "ド", "ー", "한", "글", "\u09CB", "\u0CC0", "\u0344", "\u0E33", "\u05D0\u05B0",
        "😀", "👍🏽", "👨\u200D👩", "❤\uFE0F", "\U00010400", "\U00010100", "\uD83D", "\uDE00", "\uE000", "\u0378",
    ];

    // Most characters can start a word, fewer can continue one, and some are unknown.
    private static readonly Vocabulary Nasty = new(Vocabulary.Special
        .Concat(Fragments.SelectMany(fragment => new BertNormalizer(lowerCase: true).Normalize(fragment).EnumerateRunes())
            .Concat(Fragments.SelectMany(fragment => fragment.EnumerateRunes()))
            .Where(character => Characters.Kind(character) < CharacterKind.Space && character.Value % 11 != 3)
            .SelectMany(character => character.Value % 5 == 2 ? [$"{character}"] : (string[])[$"{character}", $"##{character}"]))
        .Concat(["ab", "abc", "##bc", "##ab", "##😀😀", "a😀", "eb"])
        .Distinct(StringComparer.Ordinal));

    private static readonly Gen<string> Mixed = Gen.OneOf(Fragments).Array[0, 40].Select(string.Concat);

    // One word, near to the longest, and of what can continue one.
    private static readonly Gen<string> Long = Gen.Frequency(
        (9, Gen.OneOf("b", "c", "É", "👨", "👩")), (1, Gen.OneOf("\u0301", "\u200B"))).Array[90, 130].Select(string.Concat);

    private static readonly Gen<string> Any = Gen.Char.Array[0, 30].Select(characters => new string(characters))
        .Where(text => text.EnumerateRunes().All(IsCharacter));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Any_text_gets_the_tokens_of_the_published_algorithm(bool lowerCase)
    {
        var (reference, tokenizer) = Pair(Nasty, lowerCase);
        Gen.OneOf(Mixed, Long, Any).Sample(
            text => Tokens(tokenizer, text).SequenceEqual(reference.Tokenize(text), StringComparer.Ordinal), iter: 5_000, threads: 1);
    }

    [Fact]
    public void Every_character_gets_the_words_of_the_published_algorithm()
    {
        var (reference, _) = Pair(Nasty, lowerCase: true);
        var normalizer = new BertNormalizer(lowerCase: true);
        // The basic plane, and beyond it the ideographs and the blocks in which something is decomposed as of Unicode 15.
        (int First, int Last)[] blocks =
        [
            (0, 0xD7FF), (0xE000, 0xFDCF), (0xFDF0, 0xFFFD),
            (0x11000, 0x1137F), (0x11480, 0x115FF), (0x11900, 0x1195F), (0x1D100, 0x1D1FF), (0x20000, 0x2CEFF), (0x2F800, 0x2FA1F),
        ];

        Assert.All(blocks.SelectMany(block => Enumerable.Range(block.First, block.Last - block.First + 1)), code =>
        {
            var text = $"x{new Rune(code)}y";
            Assert.Equal(string.Join(' ', reference.BasicTokens(text)), normalizer.Normalize(text));
        });
    }

    [Fact]
    public void Real_texts_get_the_tokens_of_the_published_algorithm()
    {
        string[] texts = [.. TestTexts.Banking(), .. TestTexts.Dialogues(20_000)];
        var (reference, tokenizer) = Pair(VocabularyTrainer.Train(texts.Take(5_000), 2_000, cancellationToken: TestContext.Current.CancellationToken), lowerCase: true);

        Assert.DoesNotContain(texts, text => !reference.Tokenize(text).SequenceEqual(Tokens(tokenizer, text), StringComparer.Ordinal));
    }

    [Fact]
    public void Words_apart_get_the_tokens_of_their_text()
    {
        var tokenizer = new BertTokenizer(Nasty);
        Mixed.Array[0, 8].Sample(words =>
        {
            var apart = tokenizer.Encode(words, null, 1_000, out var firstPieces);
            var kept = firstPieces.Where(position => position >= 0).ToArray();
            Assert.Equal(tokenizer.Encode(string.Join(' ', words), null, 1_000).Ids, apart.Ids);
            Assert.Equal(words.Length, firstPieces.Length);
            Assert.Equal(kept.Order().Distinct(), kept);
        }, iter: 2_000, threads: 1);
    }

    private static (ReferenceTokenizer Reference, BertTokenizer Tokenizer) Pair(Vocabulary vocabulary, bool lowerCase)
    {
        Assert.SkipUnless(ReferenceTokenizer.CanRun, "The reference decomposes characters with ICU, which is absent or switched off.");
        return (new ReferenceTokenizer(vocabulary, lowerCase), new BertTokenizer(vocabulary, lowerCase));
    }

    private static IEnumerable<string> Tokens(BertTokenizer tokenizer, string text) =>
        tokenizer.Encode(text, null, 10_000).Ids[1..^1].Select(id => tokenizer.Vocabulary.Tokens[id]);

    // ICU refuses to decompose the others.
    private static bool IsCharacter(Rune rune) => rune.Value is < 0xFDD0 or > 0xFDEF && (rune.Value & 0xFFFE) != 0xFFFE;
}
