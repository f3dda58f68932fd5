namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>Profit of the whole scenario as one segment's lever moves.</summary>
public sealed record ProfitCurve
{
    /// <summary>What moves.</summary>
    public required Lever Lever { get; init; }

    /// <summary>The curve from zero to a round number, evenly spaced.</summary>
    public required IReadOnlyList<CurvePoint> Points { get; init; }

    /// <summary>Where the lever stands now [its unit].</summary>
    public required decimal Current { get; init; }

    /// <summary>Profit there [currency per period].</summary>
    public required decimal CurrentProfit { get; init; }

    /// <summary>Where profit is zero.</summary>
    public required BreakEvenPoint BreakEven { get; init; }

    /// <summary>The curve of one segment's lever, of that many points (at least 2).</summary>
    public static ProfitCurve Of(Scenario scenario, Guid segmentId, Lever lever, int points) =>
        throw new NotImplementedException();
}
