namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>A scenario as JSON.</summary>
public static class ScenarioJson
{
    /// <summary>The scenario as JSON.</summary>
    public static string Write(Scenario scenario) => throw new NotImplementedException();

    /// <summary>The scenario of a JSON text.</summary>
    public static Scenario Read(string json) => throw new NotImplementedException();
}
