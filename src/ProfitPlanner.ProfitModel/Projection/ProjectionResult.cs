using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Projection;

/// <summary>A scenario over time. Amounts are floating point: they are a forecast, good to far more digits than it is.</summary>
public sealed record ProjectionResult
{
    /// <summary>The currency of every amount.</summary>
    public required Currency Currency { get; init; }

    /// <summary>Month by month, in order.</summary>
    public required IReadOnlyList<ProjectionMonth> Months { get; init; }

    /// <summary>The segments, in the scenario's order.</summary>
    public required IReadOnlyList<SegmentProjection> Segments { get; init; }

    /// <summary>The channels that reach a segment of the scenario, in the plan's order.</summary>
    public required IReadOnlyList<ChannelProjection> Channels { get; init; }

    /// <summary>Who came when and is left, all segments but direct sales together.</summary>
    public required IReadOnlyList<Cohort> Cohorts { get; init; }

    /// <summary>What it comes to.</summary>
    public required ProjectionSummary Summary { get; init; }
}
