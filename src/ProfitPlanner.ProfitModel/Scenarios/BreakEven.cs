namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>Where profit becomes zero. Source: docs/modelling.md, "Break-even".</summary>
public static class BreakEven
{
    /// <summary>One segment's α*, N* and p*, the other numbers and the other segments as they stand.</summary>
    public static SegmentBreakEven OfSegment(Scenario scenario, Guid segmentId) => throw new NotImplementedException();

    /// <summary>The factors on every α, on every N and on every p that make profit zero.</summary>
    public static SegmentBreakEven CommonFactor(Scenario scenario) => throw new NotImplementedException();
}
