namespace ProfitPlanner.ProfitModel.Decisions;

/// <summary>A planned experiment and what it is worth.</summary>
/// <param name="Experiment">Which.</param>
/// <param name="Value">EVSI [currency per period], at least 0.</param>
public sealed record WeighedExperiment(PlannedExperiment Experiment, double Value)
{
    /// <summary>What is left of its value after its cost [currency]; below 0 it is not worth doing.</summary>
    public double Net => Value - (double)Experiment.Cost;
}
