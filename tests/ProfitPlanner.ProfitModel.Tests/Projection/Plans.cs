using ProfitPlanner.ProfitModel.Projection;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.ProfitModel.Tests.Scenarios;

namespace ProfitPlanner.ProfitModel.Tests.Projection;

/// <summary>The worked examples of docs/modelling/projection.md.</summary>
internal static class Plans
{
    public static readonly Guid Segment = Guid.Parse("0a0b0c0d-0000-4000-8000-000000000011");
    public static readonly Guid Channel = Guid.Parse("0a0b0c0d-0000-4000-8000-000000000012");

    /// <summary>C_t = 0.95·C_{t−1} + 100, profit 60·C_t − 40,000 a month.</summary>
    public static Scenario Growing { get; } = With(new Lifecycle { Churn = 0.05m });

    public static Scenario With(Lifecycle? lifecycle, Func<ProjectionPlan, ProjectionPlan>? change = null)
    {
        var scenario = Examples.OneSegment(0.2m, 1_000_000, 100, 40, 40_000);
        var plan = new ProjectionPlan
        {
            Channels = [new Channel { Id = Channel, Name = "Search", Segment = Segment, Reach = 1_000, Conversion = 0.1m }],
        };
        return scenario with
        {
            Segments = [scenario.Segments[0] with { Id = Segment, Lifecycle = lifecycle }],
            Projection = change?.Invoke(plan) ?? plan,
        };
    }

    public static Scenario WithChannel(this Scenario scenario, Func<Channel, Channel> change) => scenario with
    {
        Projection = scenario.Projection! with { Channels = [change(scenario.Projection.Channels[0])] },
    };
}
