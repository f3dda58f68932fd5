namespace ProfitPlanner.ProfitModel.Tests;

public class CurrencyTests
{
    [Theory]
    [InlineData("JPY", 0)]
    [InlineData("KRW", 0)]
    [InlineData("CLP", 0)]
    [InlineData("EUR", 2)]
    [InlineData("USD", 2)]
    [InlineData("CNY", 2)]
    [InlineData("MGA", 2)]
    [InlineData("KWD", 3)]
    [InlineData("TND", 3)]
    public void A_currency_has_its_number_of_decimals(string code, int decimals) =>
        Assert.Equal(decimals, Currency.Of(code).Decimals);

    [Theory]
    [InlineData("")]
    [InlineData("eur")]
    [InlineData("EURO")]
    [InlineData("XAU")] // a metal
    [InlineData("XXX")] // no currency
    [InlineData("XDR")] // an accounting unit
    [InlineData("CLF")] // a fund
    [InlineData("HRK")] // gone in 2023
    [InlineData("BGN")] // gone in 2026
    public void What_nobody_pays_with_is_refused(string code)
    {
        Assert.Throws<ArgumentException>(() => Currency.Of(code));
        Assert.False(Currency.TryOf(code, out _));
    }

    [Fact]
    public void No_code_is_no_currency() => Assert.False(Currency.TryOf(null, out _));

    [Fact]
    public void All_are_sorted_and_found_by_their_code()
    {
        Assert.Equal(Currency.All.Select(currency => currency.Code).Order(StringComparer.Ordinal).Distinct(),
            Currency.All.Select(currency => currency.Code));
        Assert.All(Currency.All, currency => Assert.Same(currency, Currency.Of(currency.Code)));
        Assert.InRange(Currency.All.Count, 150, 160);
    }

    [Theory]
    [InlineData("EUR", 2.345, 2.35)]
    [InlineData("EUR", -2.345, -2.35)]
    [InlineData("EUR", 2.344999, 2.34)]
    [InlineData("JPY", 2.5, 3)]
    [InlineData("KWD", 2.3455, 2.346)]
    public void Half_a_unit_is_rounded_away_from_zero(string code, double amount, double rounded) =>
        Assert.Equal((decimal)rounded, Currency.Of(code).Round((decimal)amount));
}
