using BenchmarkDotNet.Attributes;
using ProfitPlanner.ProfitModel.Demand;

namespace ProfitPlanner.Benchmarks;

/// <summary>What a cell of the heat map costs: 50 labels, a hundred and twenty held-out texts of each, nine of ten right.</summary>
public class DemandBenchmarks
{
    private const int Labels = 50;
    private const int HeldOut = 120;

    private ConfusionCounts _confusion = null!;
    private ShareCorrection _prepared = null!;
    private Dictionary<string, long> _given = [];

    [Params(50, 1_240, 100_000)]
    public int Conversations { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        var random = new Random(1);
        string[] labels = [.. Enumerable.Range(1, Labels - 1).Select(i => $"intent {i}"), ConfusionCounts.None];
        long[][] counts = [.. labels.Select(_ => new long[Labels])];
        for (var i = 0; i < Labels * HeldOut; i++)
            counts[i % Labels][random.NextDouble() < 0.9 ? i % Labels : (int)(i * 7 % Labels + random.NextDouble() * random.NextDouble() * Labels) % Labels]++;
        _confusion = new(labels, counts);
        _prepared = new(_confusion);
        _given = Enumerable.Range(0, Conversations).Select(_ => labels[(int)(Labels * Math.Pow(random.NextDouble(), 1.5))])
            .CountBy(label => label).ToDictionary(label => label.Key, label => (long)label.Value);
    }

    /// <summary>What the first cell pays for all of one classifier.</summary>
    [Benchmark]
    public ShareCorrection Preparing() => new(_confusion);

    [Benchmark(Baseline = true)]
    public IReadOnlyList<ShareEstimate> Estimating() => _prepared.Estimate(_given);
}
