namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>Brings two people's changes together.</summary>
public static class ScenarioMerge
{
    /// <summary>All of my changes since the common ancestor, and all of theirs that do not overlap with mine.</summary>
    public static MergedScenario ThreeWay(Scenario ancestor, Scenario mine, Scenario theirs) => throw new NotImplementedException();
}
