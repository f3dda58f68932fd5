using ProfitPlanner.Application.Demand.Words;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Application.Tests.Demand.Words;

public sealed class LanguageGuessTests
{
    [Theory]
    [InlineData("en", "I would like to cancel my order, please")]
    [InlineData("de", "Ich möchte meine Bestellung stornieren")]
    [InlineData("fr", "Je voudrais annuler ma commande")]
    [InlineData("es", "Hola, quiero cancelar mi pedido por favor")]
    [InlineData("pt", "Olá, gostaria de cancelar o meu pedido")]
    [InlineData("it", "Ciao, vorrei annullare il mio ordine")]
    [InlineData("nl", "Ik wil graag mijn bestelling annuleren")]
    [InlineData("pl", "Dzień dobry, chcę anulować moje zamówienie")]
    [InlineData("sv", "Jag vill avbryta min beställning")]
    [InlineData("tr", "Merhaba, siparişimi iptal etmek istiyorum")]
    [InlineData("ru", "Здравствуйте, я хочу отменить мой заказ")]
    [InlineData("uk", "Я хочу скасувати моє замовлення, будь ласка")]
    [InlineData("zh", "我想取消订单，可以吗？")]
    [InlineData("ja", "注文をキャンセルしたいです")]
    [InlineData("ko", "주문을 취소하고 싶어요")]
    [InlineData("el", "Θέλω να ακυρώσω την παραγγελία")]
    [InlineData("th", "ฉันต้องการยกเลิกคำสั่งซื้อ")]
    [InlineData("he", "אני רוצה לבטל את ההזמנה")]
    public void A_language_is_known_by_its_script_or_its_common_words(string language, string text) =>
        Assert.Equal(language, LanguageGuess.Of([text]));

    [Theory]
    [InlineData("")]
    [InlineData("ok")]
    [InlineData("12345")]
    [InlineData("[name 1] [email 2]")]
    [InlineData("Müller")]
    [InlineData("أريد إلغاء طلبي")]
    public void What_is_too_short_or_of_a_script_of_many_languages_is_not_guessed(string text) =>
        Assert.Null(LanguageGuess.Of([text]));

    [Fact]
    public void A_name_or_a_product_in_another_script_does_not_make_it_another_language()
    {
        Assert.Equal("zh", LanguageGuess.Of(["你好", "我想问一下 iPhone 的价格和 AppleCare"]));
        Assert.Equal("en", LanguageGuess.Of(["hello, my name is 王小明", "where is my order? I have not got it yet"]));
    }

    [Fact]
    public void English_conversations_are_hardly_ever_taken_for_others()
    {
        string[] domains = ["airline", "fastfood", "finance", "software"];
        var guesses = domains.SelectMany(domain => Conversations.OfMultiDogo(domain, "dev", 500))
            .GroupBy(conversation => LanguageGuess.Of(conversation.Turns.Select(turn => turn.Text)) ?? "?")
            .ToDictionary(language => language.Key, language => language.Count());
        var all = guesses.Values.Sum();

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", guesses.Select(guess => $"{guess.Key} {guess.Value}")));
        Assert.True(guesses["en"] >= 0.97 * all, "English is missed.");
        Assert.True(guesses.Where(guess => guess.Key is not ("en" or "?")).Sum(guess => guess.Value) <= 0.003 * all, "English is taken for another language.");
    }
}
