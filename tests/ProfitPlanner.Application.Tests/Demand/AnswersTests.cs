using ProfitPlanner.Application.Demand.Classification;

namespace ProfitPlanner.Application.Tests.Demand;

public sealed class AnswersTests
{
    [Theory]
    [InlineData("ok")]
    [InlineData("Yes, please!")]
    [InlineData("yeah sure go ahead")]
    [InlineData("好的，可以")]
    public void An_ok_agrees(string text) => Assert.True(Answers.Agrees(text));

    [Fact]
    public async Task A_long_hum_is_answered_at_once() =>
        Assert.False(await Task.Run(() => Answers.Agrees(new string('嗯', 60) + "x"), TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));

    [Theory]
    [InlineData("no")]
    [InlineData("ok but first tell me the price")]
    [InlineData("")]
    [InlineData("yesterday")]
    public void What_says_more_speaks_for_itself(string text) => Assert.False(Answers.Agrees(text));

    [Theory]
    [InlineData("3", true)]
    [InlineData("[order number 1]", true)]
    [InlineData("+49 30 123", true)]
    [InlineData("three", false)]
    [InlineData("?", false)]
    [InlineData("", false)]
    public void A_number_or_a_placeholder_is_a_bare_value(string text, bool isBare) => Assert.Equal(isBare, Answers.IsBareValue(text));

    [Theory]
    [InlineData("Shall I cancel it?", "please cancel it")]
    [InlineData("I see your order. Would you like me to cancel your order?", "please cancel my order")]
    [InlineData("Do you want to close your account?", "I want to close my account")]
    [InlineData("Would you like a refund?", "I want a refund")]
    [InlineData("需要帮您取消订单吗？", "请帮我取消订单")]
    public void What_support_offers_is_put_as_the_customer_would_ask(string asked, string meant) => Assert.Equal(meant, Answers.Offered(asked));

    [Theory]
    [InlineData("What is your order number?")]
    [InlineData("Would you like anything else?")]
    [InlineData("Is there anything else I can help you with?")]
    [InlineData("Thank you for waiting.")]
    [InlineData("还有其他需要帮助的吗？")]
    [InlineData("")]
    public void What_is_no_offer_is_none(string asked) => Assert.Null(Answers.Offered(asked));

    [Fact]
    public void A_number_answers_how_many() => Assert.Equal("I want to book tickets", Answers.Asked("How many tickets would you like to book?"));
}
