namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>How many results lie in an interval.</summary>
/// <param name="From">Its begin, included [currency per period].</param>
/// <param name="To">Its end, left out [currency per period].</param>
/// <param name="Count">Results in it [trials].</param>
public readonly record struct HistogramBin(double From, double To, int Count);
