namespace ProfitPlanner.Intents.Metrics;

/// <summary>How well texts that no label fits are told from those in scope; 'found' means answered 'none of these'.</summary>
/// <param name="InScope">Rows in scope.</param>
/// <param name="OutOfScope">Rows out of scope.</param>
/// <param name="Auroc">
/// Probability that a row out of scope has a less certain score than one in scope, a tie counting half: the area under the receiver
/// operating characteristic, by Mann and Whitney's U.
/// </param>
/// <param name="AveragePrecision">Of finding rows out of scope: Σ (recall step × precision) over thresholds, as in scikit-learn.</param>
/// <param name="Recall">Share of the rows out of scope that were found.</param>
/// <param name="Precision">Share of the rows found that are out of scope; 0 where none was found.</param>
/// <param name="Accepted">Share of the rows in scope that were given a label.</param>
/// <param name="InScopeAccuracy">Share of the rows in scope that were given their label; 'none' is wrong.</param>
/// <param name="RecallAt95">Recall at the threshold that accepts 95 % of the rows in scope.</param>
public sealed record OutOfScopeReport(
    int InScope, int OutOfScope, double Auroc, double AveragePrecision,
    double Recall, double Precision, double Accepted, double InScopeAccuracy, double RecallAt95)
{
    /// <summary>Figures of a rule.</summary>
    /// <param name="truth">The right label of each row, or <see cref="NoneRule.None"/>, [rows].</param>
    /// <param name="predicted">The label given before any 'none', [rows].</param>
    /// <param name="scores">Of the kind that the rule looks at, [rows].</param>
    /// <param name="rule">When the answer is 'none of these'.</param>
    /// <exception cref="ArgumentException">There is no row in scope, or none out of it, or the sizes do not fit.</exception>
    public static OutOfScopeReport Of(IReadOnlyList<int> truth, IReadOnlyList<int> predicted, IReadOnlyList<double> scores, NoneRule rule)
    {
        if (predicted.Count != truth.Count)
            throw new ArgumentException($"{truth.Count} rows of truth and {predicted.Count} predictions.", nameof(predicted));
        var certainties = NoneRule.Certainties(rule.Score, scores);
        var auroc = AurocOf(truth, certainties);
        var (inScope, missed, found, refused, right) = (0, 0, 0, 0, 0);
        for (var row = 0; row < truth.Count; row++)
        {
            var none = rule.IsNone(scores[row]);
            if (truth[row] == NoneRule.None)
            {
                found += none ? 1 : 0;
                missed += none ? 0 : 1;
                continue;
            }
            inScope++;
            refused += none ? 1 : 0;
            right += !none && truth[row] == predicted[row] ? 1 : 0;
        }

        var at95 = NoneRule.At(rule.Score, scores, truth, accept: 0.95);
        return new(
            inScope,
            found + missed,
            auroc,
            AveragePrecisionOf(truth, certainties),
            LabelFigures.Ratio(found, found + missed),
            LabelFigures.Ratio(found, found + refused),
            LabelFigures.Ratio(inScope - refused, inScope),
            LabelFigures.Ratio(right, inScope),
            LabelFigures.Ratio(truth.Where((label, row) => label == NoneRule.None && at95.IsNone(scores[row])).Count(), found + missed));
    }

    /// <summary><see cref="Auroc"/> of scores that are high where a label fits.</summary>
    internal static double AurocOf(IReadOnlyList<int> truth, double[] certainties)
    {
        var (pairs, inBefore, outBefore) = (0.0, 0L, 0L);
        foreach (var (inScope, outOfScope) in Steps(truth, certainties))
        {
            pairs += inScope * (outBefore + outOfScope / 2.0);
            inBefore += inScope;
            outBefore += outOfScope;
        }
        return inBefore > 0 && outBefore > 0
            ? pairs / ((double)inBefore * outBefore)
            : throw new ArgumentException("Rows in scope and rows out of scope are needed, at least one of each.", nameof(truth));
    }

    private static double AveragePrecisionOf(IReadOnlyList<int> truth, double[] certainties)
    {
        var (sum, found, all) = (0.0, 0L, 0L);
        foreach (var (inScope, outOfScope) in Steps(truth, certainties))
        {
            found += outOfScope;
            all += inScope + outOfScope;
            sum += outOfScope * (double)found / all;
        }
        return sum / found;
    }

    // Rows in scope and out of it at each distinct score, the least certain first.
    private static IEnumerable<(int InScope, int OutOfScope)> Steps(IReadOnlyList<int> truth, double[] certainties)
    {
        if (truth.Count != certainties.Length)
            throw new ArgumentException($"{truth.Count} rows of truth and {certainties.Length} scores.", nameof(certainties));
        return truth.Zip(certainties)
            .GroupBy(row => row.Second, row => row.First == NoneRule.None)
            .OrderBy(step => step.Key)
            .Select(step => (step.Count(none => !none), step.Count(none => none)));
    }
}
