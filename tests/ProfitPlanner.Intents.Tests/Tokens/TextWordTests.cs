using ProfitPlanner.Intents.Tokens;

namespace ProfitPlanner.Intents.Tests.Tokens;

public sealed class TextWordTests
{
    [Theory]
    [InlineData("", new string[0])]
    [InlineData(" \t\r\n\u00a0", new string[0])]
    [InlineData("one", new[] { "one" })]
    [InlineData("  my card,\tor\u3000mine?\n", new[] { "my", "card,", "or", "mine?" })]
    public void Words_are_what_is_between_white_space(string text, string[] words) =>
        Assert.Equal(words, TextWord.Of(text).Select(word => word.In(text)));

    [Fact]
    public void A_word_knows_where_it_stands() => Assert.Equal([new TextWord(1, 2), new TextWord(5, 1)], TextWord.Of(" is  a"));
}
