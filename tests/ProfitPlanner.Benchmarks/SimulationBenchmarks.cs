using BenchmarkDotNet.Attributes;
using ProfitPlanner.ProfitModel;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.Benchmarks;

/// <summary>How a simulation grows with its trials, segments and threads, and what the draws alone cost (docs/performance.md).</summary>
[MemoryDiagnoser]
public class SimulationBenchmarks
{
    private Scenario _scenario = null!;
    private SimulationOptions _options = null!;

    [Params(10_000, 100_000, 1_000_000)]
    public int Trials { get; set; }

    [Params(1, 10, 100)]
    public int Segments { get; set; }

    [Params(1, 2)]
    public int Threads { get; set; }

    [Params(SamplingMethod.Sobol, SamplingMethod.PseudoRandom)]
    public SamplingMethod Method { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _scenario = WithSegments(Segments);
        _options = new SimulationOptions { Trials = Trials, MaxDegreeOfParallelism = Threads, Method = Method };
    }

    [Benchmark(Baseline = true)]
    public SimulationOutcome Run() => Simulation.Run(_scenario, _options);

    /// <summary>On one thread, whatever <see cref="Threads"/> is.</summary>
    [Benchmark]
    public double Draws_alone()
    {
        var sampler = new InputSampler(_scenario.UncertainInputs(), RankCorrelations.Of(_scenario), _options);
        var columns = sampler.NewColumns();
        foreach (var block in sampler.Blocks)
            sampler.Fill(block, columns);
        return columns.Values[0];
    }

    /// <summary>Four uncertain numbers in each segment: a beta, a normal, a log-normal and a triangular one.</summary>
    internal static Scenario WithSegments(int count) => Scenario.Blank("Benchmark", Currency.Of("EUR"), Period.Month) with
    {
        FixedCosts = [new FixedCost { Id = Guid.NewGuid(), Name = "Rent", Amount = 150_000 }],
        Segments =
        [
            .. Enumerable.Range(1, count).Select(i => new Segment
            {
                Id = Guid.NewGuid(),
                Name = $"Segment {i}",
                Conversion = new Estimate(new BetaDistribution(21, 80 + i)),
                PotentialCustomers = new Estimate(new NormalDistribution(10_000, 1_000)),
                Revenue = new Subscription(new Estimate(new LognormalDistribution(4.6, 0.2))),
                VariableCost = new Estimate(new TriangularDistribution(20, 30, 50)),
            }),
        ],
    };
}
