using System.Globalization;

namespace ProfitPlanner.ProfitModel;

/// <summary>An amount of one currency. It is not rounded: <see cref="Rounded"/> does that for showing.</summary>
/// <param name="Amount">How much [<paramref name="Currency"/>], of either sign.</param>
/// <param name="Currency">In which currency.</param>
public readonly record struct Money(decimal Amount, Currency Currency)
{
    /// <summary>The amount to the currency's smallest unit [<see cref="Currency"/>].</summary>
    public Money Rounded => this with { Amount = Currency.Round(Amount) };

    /// <summary>The sum of two amounts of one currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money operator +(Money left, Money right) =>
        new(left.Amount + right.In(left.Currency), left.Currency);

    /// <summary>The difference of two amounts of one currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money operator -(Money left, Money right) =>
        new(left.Amount - right.In(left.Currency), left.Currency);

    /// <summary>The sum of any number of amounts of one currency; of none it is zero, which needs a currency too.</summary>
    /// <exception cref="InvalidOperationException">An amount is of another currency.</exception>
    public static Money Sum(Currency currency, IEnumerable<Money> amounts) =>
        amounts.Aggregate(new Money(0, currency), (sum, amount) => sum + amount);

    /// <summary>The unrounded amount and the code, in the invariant culture; pages format by the reader's.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Amount} {Currency}");

    private decimal In(Currency currency) =>
        Currency == currency
            ? Amount
            : throw new InvalidOperationException($"An amount of {Currency} cannot be added to one of {currency}.");
}
