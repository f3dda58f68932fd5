namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>Keeps provenance true as numbers change.</summary>
public static class ProvenanceTracking
{
    /// <summary>The scenario with the provenance of <paramref name="before"/>, of values that are the same in both.</summary>
    public static Scenario WithProvenanceOf(this Scenario scenario, Scenario before) => throw new NotImplementedException();
}
