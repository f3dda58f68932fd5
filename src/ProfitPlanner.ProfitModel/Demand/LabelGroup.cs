namespace ProfitPlanner.ProfitModel.Demand;

/// <summary>Labels that count as one.</summary>
/// <param name="Name">What they are called together.</param>
/// <param name="Labels">Each once.</param>
public sealed record LabelGroup(string Name, IReadOnlyCollection<string> Labels);
