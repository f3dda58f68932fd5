using BenchmarkDotNet.Attributes;
using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.Benchmarks;

/// <summary>Drawing the numbers alone: 1,000,000 points of 40 columns, without a scenario, on one core.</summary>
[MemoryDiagnoser]
public class SamplingBenchmarks
{
    private const int Count = 1_000_000;

    private readonly Distribution[] _kinds =
    [
        new BetaDistribution(201, 801),
        new NormalDistribution(100, 12),
        new LognormalDistribution(4.6, 0.42),
        new TriangularDistribution(0.10, 0.18, 0.30),
    ];

    private readonly QuantileColumn[] _columns;
    private readonly Points _sobol = Points.Sobol(40, 1, 0);
    private readonly Points _pseudoRandom = Points.PseudoRandom(40, 1, 0);
    private readonly double[] _block = new double[Points.Block];
    private readonly double[] _results = new double[Count];

    public SamplingBenchmarks()
    {
        _columns = [.. Enumerable.Range(0, 40).Select(i => QuantileColumn.Of(_kinds[i % 4]))];
        _pseudoRandom.Fill(0, 0, _results);
        QuantileColumn.Of(new NormalDistribution(20_000, 50_000)).FromUniforms(_results, _results);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = 40 * Count)]
    public double Draw_from_Sobols_points() => Draw(_sobol, _columns);

    [Benchmark(OperationsPerInvoke = 40 * Count)]
    public double Draw_from_pseudo_random_points() => Draw(_pseudoRandom, _columns);

    [Benchmark(OperationsPerInvoke = 10 * Count)]
    public double Draw_beta() => Draw(_sobol, [.. _columns.Where((_, i) => i % 4 == 0)]);

    [Benchmark(OperationsPerInvoke = 10 * Count)]
    public double Draw_normal() => Draw(_sobol, [.. _columns.Where((_, i) => i % 4 == 1)]);

    [Benchmark(OperationsPerInvoke = 10 * Count)]
    public double Draw_lognormal() => Draw(_sobol, [.. _columns.Where((_, i) => i % 4 == 2)]);

    [Benchmark(OperationsPerInvoke = 10 * Count)]
    public double Draw_triangular() => Draw(_sobol, [.. _columns.Where((_, i) => i % 4 == 3)]);

    [Benchmark]
    public QuantileColumn Table_of_a_beta_distribution() => QuantileColumn.Of(_kinds[0]);

    [Benchmark]
    public Points Scrambles_of_40_dimensions() => Points.Sobol(_columns.Length, 1, 0);

    [Benchmark]
    public double Quantiles_of_1000000_results()
    {
        Span<double> quantiles = stackalloc double[7];
        SampleSummary.Quantiles(_results, [0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95], quantiles);
        return quantiles[0];
    }

    [Benchmark]
    public SampleSummary Summary_of_1000000_results() => SampleSummary.Of(_results);

    private double Draw(Points points, QuantileColumn[] columns)
    {
        var sum = 0.0;
        for (var start = 0; start < Count; start += _block.Length)
        {
            var block = _block.AsSpan(0, Math.Min(_block.Length, Count - start));
            for (var i = 0; i < columns.Length; i++)
            {
                points.Fill(i, start, block);
                columns[i].FromUniforms(block, block);
                sum += block[0];
            }
        }
        return sum;
    }
}
