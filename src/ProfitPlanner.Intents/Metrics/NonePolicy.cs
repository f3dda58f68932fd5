namespace ProfitPlanner.Intents.Metrics;

/// <summary>How readily 'none of these' is answered. Among thresholds that keep to it, the one that finds most is taken.</summary>
public sealed record NonePolicy
{
    private NonePolicy(double share, bool right) => (Share, OfRight) = (share, right);

    /// <summary>Share of the rows in scope, in (0, 1].</summary>
    public double Share { get; }

    /// <summary>Whether these rows must have the right answer, or only any other than 'none'.</summary>
    public bool OfRight { get; }

    /// <summary>At least this share of the rows in scope gets another answer than 'none', right or wrong.</summary>
    public static NonePolicy Accept(double share) => new(Checked(share), right: false);

    /// <summary>
    /// At least this share of the rows in scope gets its right answer. Where fewer are right before any 'none', no right answer is given up.
    /// </summary>
    public static NonePolicy Accuracy(double share) => new(Checked(share), right: true);

    private static double Checked(double share) => share is > 0 and <= 1
        ? share
        : throw new ArgumentOutOfRangeException(nameof(share), share, "A share in (0, 1] is needed.");
}
