using ProfitPlanner.Application.Demand.Words;

namespace ProfitPlanner.Application.Tests.Demand.Words;

public sealed class SentimentTests
{
    [Theory]
    [InlineData("This is great, I love it")]
    [InlineData("thanks so much, that was quick")]
    [InlineData("No problem, all works now 🙂")]
    [InlineData("I really like it")]
    [InlineData("It was slow, but the agent was wonderful")]
    public void What_pleases_is_above_zero(string text) => Assert.InRange(English(text), 0.05, 1);

    [Theory]
    [InlineData("This is the worst service ever")]
    [InlineData("I am very disappointed and angry")]
    [InlineData("it does not work")]
    [InlineData("I don't like it")]
    [InlineData("not good enough 😡")]
    [InlineData("The agent was nice, but this is unacceptable")]
    public void What_displeases_is_below_zero(string text) => Assert.InRange(English(text), -1, -0.05);

    [Theory]
    [InlineData("")]
    [InlineData("I want to change my address")]
    [InlineData("[name 1]")]
    [InlineData("my order number is 4711")]
    [InlineData("I would like to cancel my order")]
    [InlineData("I'd like to speak to someone like you")]
    [InlineData("see https://example.com/orders")]
    public void What_says_nothing_of_it_is_zero(string text) => Assert.Equal(0, English(text), 3);

    [Fact]
    public void Not_turns_round_and_weakens()
    {
        Assert.InRange(English("not good"), English("bad"), -0.01);
        Assert.InRange(English("not terrible"), 0.01, English("excellent"));
    }

    [Fact]
    public void Very_capitals_and_exclamation_marks_say_it_louder()
    {
        Assert.True(English("very good") > English("good"));
        Assert.True(English("slightly annoyed") > English("annoyed"));
        Assert.True(English("this is TERRIBLE service") < English("this is terrible service"));
        Assert.True(English("terrible!!!") < English("terrible"));
        Assert.Equal(English("THIS IS TERRIBLE"), English("this is terrible"), 3);
    }

    [Theory]
    [InlineData("太好了，谢谢你们", 1)]
    [InlineData("客服态度很好，非常满意", 1)]
    [InlineData("太差了，等了三天还没收到", -1)]
    [InlineData("我非常生气，要投诉你们", -1)]
    [InlineData("不太满意", -1)]
    [InlineData("价格不贵，但是质量很差", -1)]
    [InlineData("我想修改地址", 0)]
    public void Chinese_is_read_without_blanks(string text, int sign) => Assert.Equal(sign, Math.Sign(Sentiment.Of(text, "zh")!.Value));

    [Theory]
    [InlineData("fr")]
    [InlineData(null)]
    public void Without_a_list_nothing_is_said(string? language) => Assert.Null(Sentiment.Of("c'est nul", language));

    [Fact]
    public void It_never_leaves_its_scale()
    {
        Assert.InRange(English(string.Concat(Enumerable.Repeat("terrible scam! ", 10_000))), -1, -0.99);
        Assert.InRange(English(string.Concat(Enumerable.Repeat("excellent! ", 10_000))), 0.99, 1);
    }

    private static float English(string text) => Sentiment.Of(text, "en")!.Value;
}
