using ProfitPlanner.Intents.Tokens;

namespace ProfitPlanner.Intents.Tests.Tokens;

public sealed class VocabularyTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void What_was_written_is_read_again()
    {
        string[] tokens = ["[PAD]", "[unused0]", "[UNK]", "€", "##😀", "[CLS]", "[SEP]", "[MASK]", "\u2028", "cafe"];
        new Vocabulary(tokens).Write(_path);

        var read = Vocabulary.Read(_path);

        Assert.Equal(tokens, read.Tokens);
        Assert.Equal(tokens.Length, read.Count);
        Assert.Equal("[PAD]\n[unused0]\n[UNK]\n€\n##😀\n[CLS]\n[SEP]\n[MASK]\n\u2028\ncafe\n", File.ReadAllText(_path));
    }

    [Fact]
    public void Special_tokens_are_found_by_name_wherever_they_stand()
    {
        var vocabulary = new Vocabulary(["[PAD]", "a", "[MASK]", "[SEP]", "b", "[UNK]", "[CLS]"]);

        Assert.Equal((5, 6, 3, 2), (vocabulary.UnknownId, vocabulary.StartId, vocabulary.SeparatorId, vocabulary.MaskId));
        Assert.Equal(Vocabulary.PaddingId, vocabulary["[PAD]"]);
    }

    [Fact]
    public void A_token_has_its_line_as_its_number()
    {
        var vocabulary = new Vocabulary([.. Vocabulary.Special, "pay", "Pay"]);

        Assert.Equal(6, vocabulary["Pay"]);
        Assert.Equal("pay", vocabulary.Tokens[5]);
        Assert.Equal(5, vocabulary["pay"]);
        Assert.Throws<KeyNotFoundException>(() => vocabulary["PAY"]);
    }

    [Theory]
    [InlineData("[PAD]\r\n[UNK]\r\n[CLS]\r\n[SEP]\r\n[MASK]\r\npay")]
    [InlineData("\uFEFF[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\npay\n")]
    public void Lines_may_end_as_on_Windows_and_a_byte_order_mark_may_come_first(string content)
    {
        File.WriteAllText(_path, content);

        Assert.Equal([.. Vocabulary.Special, "pay"], Vocabulary.Read(_path).Tokens);
    }

    [Theory]
    [InlineData("[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\npay\nnow\npay\n", "Line 8 repeats the token pay of line 6.")]
    [InlineData("[PAD]\n[UNK]\n[CLS]\n\n[SEP]\n[MASK]\n", "Line 4 holds no token")]
    [InlineData("[PAD]\n[UNK]\n[CLS]\n[SEP]\npay\n", "No line holds the token [MASK]")]
    [InlineData("[UNK]\n[PAD]\n[CLS]\n[SEP]\n[MASK]\n", "Line 2 holds [PAD], which must stand in line 1")]
    [InlineData("", "No line holds the token [PAD]")]
    public void A_file_that_is_no_vocabulary_is_named_with_its_line(string content, string sentence)
    {
        File.WriteAllText(_path, content);

        Assert.StartsWith($"{_path}: {sentence}", Assert.Throws<InvalidDataException>(() => Vocabulary.Read(_path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_in_UTF_8_is_named()
    {
        File.WriteAllBytes(_path, [.. "[PAD]\n"u8, 0xE9, (byte)'\n']);

        Assert.StartsWith($"{_path} is not a text file in UTF-8", Assert.Throws<InvalidDataException>(() => Vocabulary.Read(_path)).Message, StringComparison.Ordinal);
    }
}
