namespace ProfitPlanner.ProfitModel.Demand;

/// <summary>The terms that tell a class from the others (Grootendorst 2022, BERTopic). Source: docs/modelling/demand.md, "Terms of a topic".</summary>
public static class ClassTfIdf
{
    /// <summary>W = tf(term, class) · ln(1 + A / f(term)), A being the terms of a mean class and f the count over all of them.</summary>
    /// <param name="countsByClass">How often [1] each term stands in each class.</param>
    /// <param name="most">Terms that are given of a class [1].</param>
    /// <returns>Of each class in turn, the strongest first; of equal ones the first by name.</returns>
    public static IReadOnlyList<IReadOnlyList<(string Term, double Weight)>> Terms(
        IReadOnlyList<IReadOnlyDictionary<string, int>> countsByClass, int most = 10)
    {
        var everywhere = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (term, count) in countsByClass.SelectMany(own => own))
            everywhere[term] = everywhere.GetValueOrDefault(term) + count;
        var mean = everywhere.Values.Sum() / (double)Math.Max(1, countsByClass.Count);
        return
        [
            .. countsByClass.Select(own => own
                .Where(term => term.Value > 0)
                .Select(term => (Term: term.Key, Weight: term.Value * Math.Log(1 + mean / everywhere[term.Key])))
                .OrderByDescending(term => term.Weight)
                .ThenBy(term => term.Term, StringComparer.Ordinal)
                .Take(most)
                .ToArray()),
        ];
    }
}
