namespace ProfitPlanner.Intents.Metrics;

/// <summary>When the answer is 'none of these'.</summary>
/// <param name="Score">What is looked at.</param>
/// <param name="Threshold">In the unit of the score: 'none' below it where a high score means that a label fits, above it where a low one does.</param>
public sealed record NoneRule(NoneScore Score, double Threshold)
{
    /// <summary>Stands for 'none of these' where a label's number is asked for.</summary>
    public const int None = -1;

    /// <summary>Whether a text of this score gets 'none of these'.</summary>
    public bool IsNone(double score) => Certainty(Score, score) < Certainty(Score, Threshold);

    /// <summary>The score with the greatest <see cref="OutOfScopeReport.Auroc"/>, and its threshold.</summary>
    /// <param name="scores">Candidates, each [rows]; of equally good ones the first of <see cref="NoneScore"/>.</param>
    /// <param name="truth">The right label of each row, or <see cref="None"/>, [rows]; at least one row of each.</param>
    /// <param name="accept">See <see cref="At"/>.</param>
    public static NoneRule Choose(IReadOnlyDictionary<NoneScore, double[]> scores, IReadOnlyList<int> truth, double accept)
    {
        var best = scores.OrderBy(candidate => candidate.Key).MaxBy(candidate => OutOfScopeReport.AurocOf(truth, Certainties(candidate.Key, candidate.Value)));
        return At(best.Key, best.Value, truth, accept);
    }

    /// <summary>The threshold of a given score that finds most and still accepts as many as asked for; rows out of scope are not looked at.</summary>
    /// <param name="score">What is looked at.</param>
    /// <param name="scores">[rows].</param>
    /// <param name="truth">The right label of each row, or <see cref="None"/>, [rows]; at least one row in scope.</param>
    /// <param name="accept">At least this share of the rows in scope gets another answer than 'none', right or wrong; in (0, 1].</param>
    public static NoneRule At(NoneScore score, IReadOnlyList<double> scores, IReadOnlyList<int> truth, double accept)
    {
        if (accept is not (> 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(accept), accept, "A share in (0, 1] is needed.");
        var inScope = truth.Count(label => label != None);
        if (inScope == 0)
            throw new ArgumentException("A threshold needs rows in scope.", nameof(truth));
        var certainties = Certainties(score, scores);
        var needed = Math.Max(1, (int)Math.Ceiling(accept * inScope - 1e-9));
        return new(score, Certainty(score, certainties.Where((_, row) => truth[row] != None).OrderDescending().ElementAt(needed - 1)));
    }

    internal static double[] Certainties(NoneScore score, IEnumerable<double> scores) => [.. scores.Select(value => Certainty(score, value))];

    // Its own inverse, so that it leads from a score to a certainty and back.
    private static double Certainty(NoneScore score, double value) => score is NoneScore.Energy or NoneScore.BlendEnergy or NoneScore.Distance ? -value : value;
}
