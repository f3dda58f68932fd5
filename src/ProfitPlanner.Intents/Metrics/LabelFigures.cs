namespace ProfitPlanner.Intents.Metrics;

/// <summary>How well one label is found. A ratio without a denominator is 0.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Precision">Share of the rows given the label that have it.</param>
/// <param name="Recall">Share of the rows that have the label that were given it.</param>
/// <param name="F1">Harmonic mean of the two.</param>
/// <param name="Support">Rows that have the label.</param>
public sealed record LabelFigures(string Label, double Precision, double Recall, double F1, int Support)
{
    internal static LabelFigures Of(string label, int right, int given, int support) =>
        new(label, Ratio(right, given), Ratio(right, support), Ratio(2 * right, given + support), support);

    internal static double Ratio(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
