using BenchmarkDotNet.Attributes;
using ProfitPlanner.ProfitModel;
using ProfitPlanner.ProfitModel.Pricing;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Benchmarks;

/// <summary>What best prices cost: of one curve with its flat region, and of whole scenarios.</summary>
[MemoryDiagnoser]
public class PricingBenchmarks
{
    private readonly LogitDemandCurve _logit = new(4, -0.05);
    private readonly LognormalDemandCurve _lognormal = new(4, 0.5);
    private readonly Scenario _ten = WithSegments(10);
    private readonly Scenario _thousand = WithSegments(1_000);
    private readonly Scenario _tenThousand = WithSegments(10_000);
    private readonly Scenario _tenShort;

    public PricingBenchmarks() => _tenShort = _ten with
    {
        Capacities = [new Capacity { Id = Guid.NewGuid(), Name = "Seats", Limit = 10_000 }],
    };

    [Benchmark(Baseline = true)]
    public OptimalPrice Logit() => _logit.OptimisePrice(40);

    [Benchmark]
    public OptimalPrice Lognormal() => _lognormal.OptimisePrice(40);

    [Benchmark]
    public PricePlan Plan_10() => _ten.OptimisePrices();

    [Benchmark]
    public PricePlan Plan_10_short_of_places() => _tenShort.OptimisePrices();

    [Benchmark]
    public PricePlan Plan_1000() => _thousand.OptimisePrices();

    [Benchmark]
    public ProfitResult Evaluate_10000() => _tenThousand.Evaluate();

    [Benchmark]
    public CommonPrice OneForAll_10() => _ten.OneForAll();

    private static Scenario WithSegments(int count) => Scenario.Blank("Benchmark", Currency.Of("EUR"), Period.Month) with
    {
        VariableCost = 40,
        Segments =
        [
            .. Enumerable.Range(1, count).Select(i => new Segment
            {
                Id = Guid.NewGuid(),
                Name = $"Segment {i}",
                PotentialCustomers = 10_000,
                Demand = new LogitDemand(4 + i % 7, -0.02m - i % 5 * 0.01m),
                Revenue = new Subscription(100 + i % 50),
            }),
        ],
    };
}
