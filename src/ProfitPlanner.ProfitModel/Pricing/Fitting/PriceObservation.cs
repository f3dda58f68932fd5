namespace ProfitPlanner.ProfitModel.Pricing.Fitting;

/// <summary>How many of those who were offered one price bought. Source: docs/modelling/fitting.md, "Observations".</summary>
public readonly record struct PriceObservation
{
    /// <summary>One observation.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <see cref="IsPossible"/> is false; data from outside is checked with it before.
    /// </exception>
    public PriceObservation(double price, long offered, long bought)
    {
        if (!IsPossible(price, offered, bought))
            throw new ArgumentOutOfRangeException(nameof(bought), $"{bought} of {offered} at {price} is not possible.");
        (Price, Offered, Bought) = (price, offered, bought);
    }

    /// <summary>The price [currency / (customer · period)], above 0.</summary>
    public double Price { get; }

    /// <summary>Potential customers who saw the price [customers], from 0.</summary>
    public long Offered { get; }

    /// <summary>Those of them who bought [customers], 0 … <see cref="Offered"/>.</summary>
    public long Bought { get; }

    /// <summary>Whether price [currency / (customer · period)] and counts [customers] can be an observation.</summary>
    public static bool IsPossible(double price, long offered, long bought) =>
        price > 0 && double.IsFinite(price) && bought >= 0 && bought <= offered;
}
