namespace ProfitPlanner.Web.Charts;

/// <summary>Points on a map without units, each with a name; the larger, the more it stands for.</summary>
public sealed record PointsDrawing(IReadOnlyList<NamedPoint> Points) : Drawing("");

/// <param name="X">In [−1, 1].</param>
/// <param name="Y">In [−1, 1].</param>
/// <param name="Share">Of the largest, in [0, 1]: its area.</param>
/// <param name="Note">Is shown with the name where the point is looked at.</param>
/// <param name="StandsOut">Told from the others by its shape as well as its colour.</param>
public sealed record NamedPoint(decimal X, decimal Y, decimal Share, string Name, string Note, bool StandsOut);
