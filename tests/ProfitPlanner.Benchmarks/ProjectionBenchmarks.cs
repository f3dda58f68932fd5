using BenchmarkDotNet.Attributes;
using ProfitPlanner.ProfitModel;
using ProfitPlanner.ProfitModel.Projection;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.Benchmarks;

/// <summary>A plan of 3 segments and 4 channels over 120 months: once, and with uncertain numbers (docs/performance.md).</summary>
[MemoryDiagnoser]
public class ProjectionBenchmarks
{
    private readonly Scenario _scenario = Plan();
    private readonly CompiledProjection _compiled;
    private readonly ProjectionRun _run;

    public ProjectionBenchmarks()
    {
        _compiled = CompiledProjection.Of(_scenario);
        _run = new ProjectionRun(_compiled);
    }

    [Benchmark(Baseline = true)]
    public double Run_again()
    {
        _run.Calculate(_compiled.Values);
        return _run.Cash[^1];
    }

    [Benchmark]
    public ProjectionResult Project() => _scenario.Project();

    [Benchmark]
    public ProjectionFan Fan_of_10_000() => ProjectionFan.Of(_scenario);

    private static Scenario Plan()
    {
        var segments = Enumerable.Range(1, 3).Select(i => new Segment
        {
            Id = Guid.NewGuid(),
            Name = $"Segment {i}",
            PotentialCustomers = 10_000,
            Conversion = 0.2m,
            Revenue = new Subscription(new Estimate(new LognormalDistribution(4 + i / 10d, 0.1))),
            Lifecycle = new Lifecycle { Churn = new Estimate(new NormalDistribution(0.05, 0.01)), AnnualShare = 0.2m, Expansion = 0.01m },
        }).ToList();
        return Scenario.Blank("Benchmark", Currency.Of("EUR"), Period.Month) with
        {
            VariableCost = 20,
            FixedCosts = [new FixedCost { Id = Guid.NewGuid(), Name = "Rent", Amount = 20_000 }],
            Segments = segments,
            Projection = new ProjectionPlan
            {
                Months = 120,
                OpeningCash = 500_000,
                Channels =
                [
                    .. Enumerable.Range(0, 4).Select(i => new Channel
                    {
                        Id = Guid.NewGuid(),
                        Name = $"Channel {i}",
                        Segment = segments[i % 3].Id,
                        Reach = new Estimate(new LognormalDistribution(6, 0.3)),
                        CostPerContact = 2,
                        Conversion = new Estimate(new TriangularDistribution(0.02, 0.05, 0.1)),
                        Saturation = 1,
                    }),
                ],
            },
        };
    }
}
