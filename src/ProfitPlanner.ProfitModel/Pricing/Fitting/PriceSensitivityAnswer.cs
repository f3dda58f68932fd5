namespace ProfitPlanner.ProfitModel.Pricing.Fitting;

/// <summary>
/// One respondent's four prices in van Westendorp's price sensitivity meter [currency / (customer · period)].
/// Source: docs/modelling/fitting.md, "Van Westendorp".
/// </summary>
/// <param name="TooCheap">So cheap that one doubts the quality.</param>
/// <param name="Cheap">A bargain.</param>
/// <param name="Expensive">Getting expensive, but to be considered.</param>
/// <param name="TooExpensive">Too expensive to be considered.</param>
public readonly record struct PriceSensitivityAnswer(double TooCheap, double Cheap, double Expensive, double TooExpensive)
{
    /// <summary>Whether the four are numbers from 0 that rise strictly; other answers are dropped.</summary>
    public bool IsConsistent =>
        TooCheap >= 0 && TooCheap < Cheap && Cheap < Expensive && Expensive < TooExpensive && double.IsFinite(TooExpensive);
}
