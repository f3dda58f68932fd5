using BenchmarkDotNet.Attributes;
using ProfitPlanner.ProfitModel;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Benchmarks;

/// <summary>What one keystroke in the editor costs, as ratios to evaluating one segment (docs/performance.md).</summary>
[MemoryDiagnoser]
public class ModelBenchmarks
{
    private readonly Scenario _one = WithSegments(1);
    private readonly Scenario _ten = WithSegments(10);
    private readonly Scenario _twoHundred = WithSegments(200);
    private readonly Scenario _tenEdited;
    private readonly Scenario _twoHundredEdited;

    public ModelBenchmarks() => (_tenEdited, _twoHundredEdited) = (Edited(_ten), Edited(_twoHundred));

    [Benchmark(Baseline = true)]
    public ProfitResult Evaluate_1() => _one.Evaluate();

    [Benchmark]
    public ProfitResult Evaluate_10() => _ten.Evaluate();

    [Benchmark]
    public ProfitResult Evaluate_200() => _twoHundred.Evaluate();

    [Benchmark]
    public SegmentBreakEven BreakEven_of_1_in_10() => BreakEven.OfSegment(_ten, _ten.Segments[0].Id);

    [Benchmark]
    public SegmentBreakEven BreakEven_common_of_10() => BreakEven.CommonFactor(_ten);

    [Benchmark]
    public ProfitCurve Curve_of_1_in_10() => ProfitCurve.Of(_ten, _ten.Segments[0].Id, Lever.Price, 100);

    [Benchmark]
    public IReadOnlyList<ScenarioChange> Diff_10() => ScenarioDiff.Between(_ten, _tenEdited);

    [Benchmark]
    public IReadOnlyList<ScenarioChange> Diff_200() => ScenarioDiff.Between(_twoHundred, _twoHundredEdited);

    private static Scenario WithSegments(int count) => Scenario.Blank("Benchmark", Currency.Of("EUR"), Period.Month) with
    {
        VariableCost = 40,
        FixedCosts = [new FixedCost { Id = Guid.NewGuid(), Name = "Rent", Amount = 150_000 }],
        Segments =
        [
            .. Enumerable.Range(1, count).Select(i => new Segment
            {
                Id = Guid.NewGuid(),
                Name = $"Segment {i}",
                PotentialCustomers = 10_000,
                Conversion = 0.2m,
                Revenue = new Subscription(100 + i),
            }),
        ],
    };

    private static Scenario Edited(Scenario scenario) => scenario with
    {
        Segments = [scenario.Segments[0] with { Conversion = 0.25m }, .. scenario.Segments.Skip(1)],
    };
}
