namespace ProfitPlanner.ProfitModel.Demand;

/// <summary>What a classifier makes of each true label: the mean of what is known, and draws of what may be. Source: docs/modelling/demand.md, "Rows".</summary>
internal sealed class ConfusionRows
{
    // What is known of all labels together counts as so many held-out conversations of each.
    private const double Strength = 2;

    private readonly ConfusionCounts _confusion;
    private readonly double[] _errors;
    private readonly double _right;

    public ConfusionRows(ConfusionCounts confusion)
    {
        _confusion = confusion;
        var all = confusion.Counts.Sum(row => row.Sum());
        var right = confusion.Counts.Select((row, label) => row[label]).Sum();
        // Half of one more was right, and half was not: no label is known to be told without fail.
        _right = (right + 0.5) / (all + 1.0);
        _errors = [.. Enumerable.Range(0, Count).Select(given => confusion.Counts.Where((_, label) => label != given).Sum(row => row[given]) + 1.0 / Count)];
        var errors = _errors.Sum();
        for (var given = 0; given < Count; given++)
            _errors[given] /= errors;
    }

    public int Count => _confusion.Labels.Count;

    /// <summary>P(given | true), [given · labels + true].</summary>
    public double[] Mean() => Of((_, shape) => shape);

    /// <summary>A draw of the same from the Dirichlet posterior of each row.</summary>
    public double[] Draw(GammaDraws gammas) =>
        // What was never seen keeps its mean: it is next to nothing, and would cost most of the time.
        Of((count, shape) => count > 0 ? gammas.Next(shape) : shape);

    private double[] Of(Func<long, double, double> value)
    {
        var rows = new double[Count * Count];
        for (var label = 0; label < Count; label++)
        {
            var counts = _confusion.Counts[label];
            var sum = 0.0;
            for (var given = 0; given < Count; given++)
                sum += rows[given * Count + label] = value(counts[given], counts[given] + Strength * Prior(label, given));
            for (var given = 0; given < Count; given++)
                rows[given * Count + label] /= sum;
        }
        return rows;
    }

    /// <summary>P(given | true) of a label that is like all of them together.</summary>
    private double Prior(int label, int given) =>
        given == label ? _right : (1 - _right) * _errors[given] / (1 - _errors[label]);
}
