namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>What came of it: <see cref="SobolResult"/> or <see cref="NoSobolIndices"/>.</summary>
public abstract record SobolOutcome
{
    private protected SobolOutcome()
    {
    }
}
