namespace ProfitPlanner.ProfitModel.Demand;

/// <summary>
/// What a classifier makes of each true label: the mean of what is known, and draws of what may be. How often a label is
/// told and what it is taken for otherwise are two questions; the fewer held-out conversations a label has, the more it
/// goes by what all labels have in common. Source: docs/modelling/demand.md, "Rows".
/// </summary>
internal sealed class ConfusionRows
{
    // So many errors towards each label are added to those that were seen: chosen by the coverage of intervals.
    private const double Unseen = 3;

    private readonly int _labels;
    private readonly long[] _told;
    private readonly long[] _missed;
    private readonly long[][] _counts;
    private readonly double[][] _takenFor;
    private readonly double _right;
    private readonly PooledStrength _rightStrength;
    private readonly PooledStrength _takenStrength;

    public ConfusionRows(ConfusionCounts confusion)
    {
        _labels = confusion.Labels.Count;
        _counts = [.. confusion.Counts.Select((row, label) => row.Select((count, given) => given == label ? 0 : count).ToArray())];
        _told = [.. confusion.Counts.Select((row, label) => row[label])];
        _missed = [.. _counts.Select(row => row.Sum())];
        // Half of one more was right, and half was not: no label is known to be told without fail.
        _right = (_told.Sum() + 0.5) / (_told.Sum() + _missed.Sum() + 1);

        double[] errors = [.. Enumerable.Range(0, _labels).Select(given => _counts.Sum(row => row[given]) + Unseen)];
        _takenFor = [.. errors.Select((own, label) => errors.Select((error, given) => given == label ? 0 : error / (errors.Sum() - own)).ToArray())];
        _rightStrength = new([.. _told.Zip(_missed).Select(row => (new[] { row.First, row.Second }, new[] { _right, 1 - _right }))]);
        _takenStrength = new([.. _counts.Zip(_takenFor)]);
    }

    /// <summary>P(given | true), [given · labels + true].</summary>
    public double[] Mean()
    {
        var rows = new double[_labels * _labels];
        for (var label = 0; label < _labels; label++)
        {
            var right = _rightStrength.Mean(strength => (_told[label] + strength * _right) / (_told[label] + _missed[label] + strength));
            for (var given = 0; given < _labels; given++)
            {
                rows[given * _labels + label] = given == label ? right : (1 - right) * _takenStrength.Mean(
                    strength => (_counts[label][given] + strength * _takenFor[label][given]) / (_missed[label] + strength));
            }
        }
        return rows;
    }

    /// <summary>A draw of the same from what is known: a beta and a Dirichlet distribution for each label.</summary>
    public double[] Draw(GammaDraws gammas)
    {
        var (rightStrength, takenStrength) = (_rightStrength.At(gammas.Uniform()), _takenStrength.At(gammas.Uniform()));
        var rows = new double[_labels * _labels];
        for (var label = 0; label < _labels; label++)
        {
            var (told, missed) = (gammas.Next(_told[label] + rightStrength * _right), gammas.Next(_missed[label] + rightStrength * (1 - _right)));
            var sum = 0.0;
            for (var given = 0; given < _labels; given++)
            {
                if (given != label)
                    sum += rows[given * _labels + label] = gammas.Next(_counts[label][given] + takenStrength * _takenFor[label][given]);
            }
            for (var given = 0; given < _labels; given++)
                rows[given * _labels + label] *= missed / (told + missed) / sum;
            rows[label * _labels + label] = told / (told + missed);
        }
        return rows;
    }
}
