using ProfitPlanner.Application.Demand.Words;

namespace ProfitPlanner.Application.Tests.Demand.Words;

public sealed class PriceWordsTests
{
    [Theory]
    [InlineData("It is too expensive, is there a discount?", "expensive", "discount")]
    [InlineData("I'd like to CANCEL and get my money back", "refund", "cancel")]
    [InlineData("Your competitor is cheaper", "cheaper", "switch")]
    [InlineData("what are the fees and the pricing", "price", "fee")]
    [InlineData("太贵了，有没有优惠？不然我换一家", "expensive", "discount", "switch")]
    [InlineData("我要退款", "refund")]
    public void They_are_found_in_any_form(string text, params string[] names) => Assert.Equal(names, PriceWords.In(text));

    [Theory]
    [InlineData("feel free to call")]
    [InlineData("coffee")]
    [InlineData("the canceller is a device")]
    [InlineData("贵公司在哪里")]
    [InlineData("")]
    public void Other_words_that_hold_them_are_not_they(string text) => Assert.Empty(PriceWords.In(text));
}
