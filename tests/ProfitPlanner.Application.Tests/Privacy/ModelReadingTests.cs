using ProfitPlanner.Application.Privacy;
using ProfitPlanner.Application.Privacy.Rules;
using ProfitPlanner.Intents.Tokens;

namespace ProfitPlanner.Application.Tests.Privacy;

public sealed class ModelReadingTests
{
    [Theory]
    [InlineData("Hi there. I am Ann! It's ok, Mr. Lee said so", "Hi there\nI am Ann\nIts ok Mr Lee said so")]
    [InlineData("two\nlines", "two\nlines")]
    [InlineData("...", "")]
    public void A_sentence_is_a_line_without_punctuation(string turn, string read) =>
        Assert.Equal(read, new ModelReading(new RuleText(turn, null), []).Text);

    [Fact]
    public void Each_word_knows_where_it_stands_in_the_turn()
    {
        const string turn = "Hi! My code is ab12. Thanks, Ann.";
        var reading = new ModelReading(new RuleText(turn, null), []);

        Assert.Equal("Hi\nMy code is ab 12\nThanks Ann", reading.Text);
        Assert.Equal(["Hi", "My", "code", "is", "ab", "12", "Thanks", "Ann"], reading.Places(TextWord.Of(reading.Text)).Select(place => turn[place.Start..place.End]));
    }
}
