namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>What came of a simulation: a <see cref="SimulationResult"/> or <see cref="InvalidCorrelations"/>.</summary>
public abstract record SimulationOutcome
{
    private protected SimulationOutcome()
    {
    }
}
