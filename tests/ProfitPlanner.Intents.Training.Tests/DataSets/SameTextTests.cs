using ProfitPlanner.Intents.Training.DataSets;

namespace ProfitPlanner.Intents.Training.Tests.DataSets;

public sealed class SameTextTests
{
    [Theory]
    [InlineData("What's  my BALANCE?", "whats my balance")]
    [InlineData("  (no) — thanks!! ", "no thanks")]
    [InlineData("what’s up", "whats up")]
    [InlineData("Ｆull　width", "full width")]
    [InlineData("价格是多少？", "价格是多少")]
    [InlineData("Café cafe\u0301", "cafe cafe")]
    [InlineData("half \ud83d a pair", "half a pair")]
    [InlineData(" ?! ", "?!")]
    public void Case_and_punctuation_make_no_difference(string text, string key)
    {
        Assert.Equal(key, SameText.Key(text));
    }
}
