namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>What a scenario must keep to.</summary>
public static class Validation
{
    /// <summary>Everything that is wrong, in the order of the scenario; none means that it can be calculated.</summary>
    public static IReadOnlyList<ScenarioProblem> Problems(this Scenario scenario) => throw new NotImplementedException();
}
