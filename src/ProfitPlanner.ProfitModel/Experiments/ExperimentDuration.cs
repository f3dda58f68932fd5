namespace ProfitPlanner.ProfitModel.Experiments;

/// <summary>How long an experiment runs at a given traffic. Source: docs/modelling/experiments.md, "Duration".</summary>
/// <param name="Days">Days until all visitors have come [days], rounded up.</param>
/// <param name="Weeks">Whole weeks [weeks], which are advised, as weekdays differ.</param>
public readonly record struct ExperimentDuration(long Days, long Weeks);
