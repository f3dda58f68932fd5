namespace ProfitPlanner.ProfitModel.Decisions;

/// <summary>What came of weighing alternatives: a <see cref="DecisionValue"/> or <see cref="UnweighableDecision"/>.</summary>
public abstract record DecisionOutcome
{
    private protected DecisionOutcome()
    {
    }
}
