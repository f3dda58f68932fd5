namespace ProfitPlanner.Web.Charts;

/// <param name="Base">What the bars reach out from.</param>
/// <param name="Bars">The widest first.</param>
public sealed record TornadoDrawing(string Currency, decimal Base, string BaseLabel, string LowName, string HighName, IReadOnlyList<TornadoBarDrawing> Bars) : Drawing(Currency);

/// <param name="Low">The result at the low end of the input, and what the input is there.</param>
public sealed record TornadoBarDrawing(string Label, decimal Low, string LowLabel, decimal High, string HighLabel);
