using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>
/// The correlations between the uncertain numbers of a scenario, as those of a Gaussian copula: r = 2·sin(πρ/6).
/// Source: docs/modelling/uncertainty.md, "Correlated inputs".
/// </summary>
internal sealed class RankCorrelations
{
    private readonly IReadOnlyList<ScenarioInput> _inputs;
    private readonly IReadOnlyList<RankPair> _given;
    private readonly int[] _columns;
    private readonly double[,] _matrix;

    private RankCorrelations(IReadOnlyList<ScenarioInput> inputs, IReadOnlyList<RankPair> given)
    {
        (_inputs, _given) = (inputs, given);
        var paths = given.SelectMany(pair => (string[])[pair.First, pair.Second]).ToHashSet();
        _columns = [.. inputs.Index().Where(input => paths.Remove(input.Item.Path)).Select(input => input.Index)];
        TooMany = _columns.Length > ScenarioLimits.Correlated;
        _matrix = TooMany ? new double[0, 0] : Matrix();
        Lower = Cholesky.Lower(_matrix);
    }

    /// <summary>The pairs of which both numbers are uncertain.</summary>
    public IReadOnlyList<RankPair> Given => _given;

    /// <summary>The columns that are correlated, rising.</summary>
    public ReadOnlySpan<int> Columns => _columns;

    /// <summary>The triangular matrix that gives independent scores these correlations; null where they cannot all hold.</summary>
    public double[,]? Lower { get; }

    /// <summary>More numbers are correlated than the limit.</summary>
    public bool TooMany { get; }

    public bool IsValid => !TooMany && Lower is not null;

    public static RankCorrelations Of(Scenario scenario) => Of(scenario.UncertainInputs(), scenario.Correlations);

    /// <summary>The pairs of which both are uncertain; of a pair that is given twice, the last.</summary>
    public static RankCorrelations Of(IReadOnlyList<ScenarioInput> inputs, IReadOnlyList<Correlation> correlations)
    {
        if (correlations.Count == 0)
            return new RankCorrelations(inputs, []);
        var uncertain = inputs.Select(input => input.Path).ToHashSet();
        var pairs = new Dictionary<(string, string), RankPair>();
        foreach (var (first, second, rank) in correlations.Select(correlation => (correlation.First, correlation.Second, correlation.Rank)))
        {
            var key = string.CompareOrdinal(first, second) < 0 ? (first, second) : (second, first);
            if (first != second && uncertain.Contains(first) && uncertain.Contains(second))
                pairs[key] = new RankPair(first, second, rank);
        }
        return new RankCorrelations(inputs, [.. pairs.Values]);
    }

    /// <summary>What was given, and the nearest that can hold.</summary>
    public InvalidCorrelations Refusal()
    {
        if (TooMany)
            return new InvalidCorrelations(_given, []);
        var nearest = NearestCorrelation.Of(_matrix, ScenarioLimits.LeastEigenvalue);
        var pairs = new List<RankPair>();
        for (var i = 0; i < _columns.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var rank = Correlation.RankOf(nearest[i, j]);
                if (rank != 0)
                    pairs.Add(new RankPair(_inputs[_columns[j]].Path, _inputs[_columns[i]].Path, rank));
            }
        }
        return new InvalidCorrelations(_given, pairs);
    }

    private double[,] Matrix()
    {
        var rows = _columns.Index().ToDictionary(column => _inputs[column.Item].Path, column => column.Index);
        var matrix = new double[rows.Count, rows.Count];
        for (var i = 0; i < rows.Count; i++)
            matrix[i, i] = 1;
        foreach (var pair in _given)
        {
            var (i, j) = (rows[pair.First], rows[pair.Second]);
            matrix[i, j] = matrix[j, i] = 2 * Math.Sin(Math.PI / 6 * (double)pair.Rank);
        }
        return matrix;
    }
}
