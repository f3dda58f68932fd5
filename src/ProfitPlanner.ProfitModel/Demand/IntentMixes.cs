namespace ProfitPlanner.ProfitModel.Demand;

/// <summary>Customers grouped by what they ask for.</summary>
/// <param name="SegmentOf">The segment of each customer, counting from 0, the largest first.</param>
/// <param name="Shares">Share [1] of each intent in each segment: [segments][intents].</param>
/// <param name="Criterion">BIC [1] of each number of segments that was tried; the least was taken.</param>
public sealed record IntentMixes(
    IReadOnlyList<int> SegmentOf, IReadOnlyList<IReadOnlyList<double>> Shares, IReadOnlyList<(int Segments, double Criterion)> Criterion);
