namespace ProfitPlanner.ProfitModel.Tests;

public class MoneyTests
{
    private static readonly Currency Euro = Currency.Of("EUR");
    private static readonly Currency Yen = Currency.Of("JPY");

    [Fact]
    public void Amounts_of_one_currency_are_added_and_subtracted_unrounded()
    {
        Assert.Equal(new Money(1.005m, Euro), new Money(1, Euro) + new Money(0.005m, Euro));
        Assert.Equal(new Money(-0.5m, Euro), new Money(1, Euro) - new Money(1.5m, Euro));
        Assert.Equal(new Money(6, Euro), Money.Sum(Euro, [new(1, Euro), new(2, Euro), new(3, Euro)]));
        Assert.Equal(new Money(0, Yen), Money.Sum(Yen, []));
    }

    [Fact]
    public void Amounts_of_different_currencies_are_never_added_up()
    {
        Assert.Throws<InvalidOperationException>(() => new Money(1, Euro) + new Money(1, Yen));
        Assert.Throws<InvalidOperationException>(() => new Money(1, Euro) - new Money(1, Yen));
        Assert.Throws<InvalidOperationException>(() => Money.Sum(Euro, [new(1, Yen)]));
    }

    [Fact]
    public void Rounding_is_for_showing()
    {
        Assert.Equal(new Money(3, Yen), new Money(2.5m, Yen).Rounded);
        Assert.Equal("2.5 JPY", new Money(2.5m, Yen).ToString());
    }
}
