using ProfitPlanner.ProfitModel.Pricing.Fitting;

namespace ProfitPlanner.ProfitModel.Demand;

/// <summary>Agreement of two people (Cohen 1960). Source: docs/modelling/demand.md, "Agreement".</summary>
public static class CohensKappa
{
    private const double Confidence = 0.95;

    /// <summary>Of what both have labelled.</summary>
    /// <param name="pairs">The label that each of them gave.</param>
    public static Agreement Of(IReadOnlyList<(string First, string Second)> pairs)
    {
        var n = (double)pairs.Count;
        if (n == 0)
            return new(double.NaN, double.NaN, double.NaN, double.NaN, 0);
        var first = pairs.CountBy(pair => pair.First).ToDictionary(label => label.Key, label => label.Value / n);
        var second = pairs.CountBy(pair => pair.Second).ToDictionary(label => label.Key, label => label.Value / n);
        var observed = pairs.Count(pair => pair.First == pair.Second) / n;
        var chance = first.Sum(label => label.Value * second.GetValueOrDefault(label.Key));
        if (chance >= 1)
            return new(double.NaN, double.NaN, double.NaN, observed, pairs.Count);

        var kappa = (observed - chance) / (1 - chance);
        var half = Wilson.TwoSidedQuantile(Confidence) * StandardError(pairs, first, second, kappa, chance);
        // Near full agreement the standard error is next to nothing, however few were labelled; a share's interval is not.
        var wilson = Wilson.Of(observed * n, n, Confidence);
        return new(
            kappa,
            Math.Max(-1, Math.Min(kappa - half, (wilson.Lower - chance) / (1 - chance))),
            Math.Min(1, kappa + half),
            observed,
            pairs.Count);
    }

    // Fleiss, Cohen and Everitt (1969), for large samples.
    private static double StandardError(
        IReadOnlyList<(string First, string Second)> pairs, Dictionary<string, double> first, Dictionary<string, double> second, double kappa, double chance)
    {
        var n = (double)pairs.Count;
        double Of(Dictionary<string, double> shares, string label) => shares.GetValueOrDefault(label);
        var cells = pairs.CountBy(pair => pair).Select(cell => (cell.Key.First, cell.Key.Second, Share: cell.Value / n)).ToList();
        var same = cells.Where(cell => cell.First == cell.Second)
            .Sum(cell => cell.Share * Math.Pow(1 - (Of(first, cell.First) + Of(second, cell.First)) * (1 - kappa), 2));
        var others = cells.Where(cell => cell.First != cell.Second)
            .Sum(cell => cell.Share * Math.Pow(Of(second, cell.First) + Of(first, cell.Second), 2));
        var variance = same + Math.Pow(1 - kappa, 2) * others - Math.Pow(kappa - chance * (1 - kappa), 2);
        return Math.Sqrt(Math.Max(0, variance) / n) / (1 - chance);
    }
}
