namespace ProfitPlanner.ProfitModel.Pricing.Fitting;

/// <summary>
/// Van Westendorp's four prices with the two questions that Newton, Miller and Smith (1993) add. Source:
/// docs/modelling/fitting.md, "Newton, Miller and Smith".
/// </summary>
/// <param name="Prices">The four prices [currency / (customer · period)].</param>
/// <param name="AtCheap">Intent to buy at the cheap price: 5 definitely, 4 probably, 3 perhaps, 2 probably not, 1 definitely not.</param>
/// <param name="AtExpensive">Intent to buy at the expensive price, likewise.</param>
public readonly record struct PurchaseIntentAnswer(PriceSensitivityAnswer Prices, int AtCheap, int AtExpensive)
{
    /// <summary>Whether the four prices rise strictly and both intents are 1 … 5; other answers are dropped.</summary>
    public bool IsConsistent => Prices.IsConsistent && AtCheap is >= 1 and <= 5 && AtExpensive is >= 1 and <= 5;
}
