namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>What differs between two scenarios, and how to carry that over to a third.</summary>
public static class ScenarioDiff
{
    /// <summary>The changes that make <paramref name="after"/> of <paramref name="before"/>, in document order.</summary>
    public static IReadOnlyList<ScenarioChange> Between(Scenario before, Scenario after) => throw new NotImplementedException();

    /// <summary>Sets what the changes say.</summary>
    public static AppliedChanges Apply(Scenario target, IEnumerable<ScenarioChange> changes) => throw new NotImplementedException();
}
