namespace ProfitPlanner.ProfitModel.Pricing.Fitting;

/// <summary>
/// The four cumulative curves at one price [shares of the consistent respondents, 1]. Source: docs/modelling/fitting.md,
/// "Van Westendorp".
/// </summary>
/// <param name="Price">The price [currency / (customer · period)].</param>
/// <param name="TooCheap">To whom it is too cheap: 1 − F of the price named; falls with the price.</param>
/// <param name="Cheap">To whom it is cheap: 1 − F; falls with the price.</param>
/// <param name="Expensive">To whom it is expensive: F; rises with the price.</param>
/// <param name="TooExpensive">To whom it is too expensive: F; rises with the price.</param>
public sealed record PriceSensitivityShares(double Price, double TooCheap, double Cheap, double Expensive, double TooExpensive)
{
    /// <summary>1 − <see cref="Cheap"/> [1]; rises with the price.</summary>
    public double NotCheap => 1 - Cheap;

    /// <summary>1 − <see cref="Expensive"/> [1]; falls with the price.</summary>
    public double NotExpensive => 1 - Expensive;
}
