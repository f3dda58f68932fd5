namespace ProfitPlanner.Web.Charts;

/// <param name="Steps">From left to right; a total stands on zero, any other step on the sum so far.</param>
public sealed record WaterfallDrawing(string Currency, IReadOnlyList<WaterfallStep> Steps) : Drawing(Currency);

public sealed record WaterfallStep(string Label, decimal Value, bool IsTotal);
