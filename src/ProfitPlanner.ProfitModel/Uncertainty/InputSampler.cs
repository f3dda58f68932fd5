using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.Intrinsics;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>
/// Draws the uncertain numbers of a scenario in blocks that do not depend on each other: what a block holds follows from
/// the options and the block alone. Source: docs/modelling/uncertainty.md, "Sampling".
/// </summary>
internal sealed class InputSampler
{
    // Independent scrambles, of which the standard error of the mean is taken.
    private const int SobolReplicates = 16;

    private const int LongestBlock = 1_024;
    private const int ShortestBlock = 64;

    // Columns of one thread beyond this leave the cache and, with thousands of inputs, the memory that there is.
    private const int MostValues = 1 << 20;

    private readonly RankCorrelations _correlations;
    private readonly SimulationOptions _options;
    private readonly QuantileColumn[] _quantiles;
    private readonly bool[] _correlated;
    private readonly SobolDimension[][] _sobol;
    private readonly int _dimensions;

    /// <param name="inputs">The uncertain inputs, a column each.</param>
    /// <param name="correlations">Of these inputs; valid.</param>
    /// <param name="options">How to draw.</param>
    /// <param name="copies">How many independent draws of all inputs each trial has.</param>
    public InputSampler(IReadOnlyList<ScenarioInput> inputs, RankCorrelations correlations, SimulationOptions options, int copies = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Trials, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Trials, SimulationOptions.MostTrials);
        (Inputs, _correlations, _options) = (inputs, correlations, options);
        _quantiles = [.. inputs.Select(input => QuantileColumn.Of(input.Estimate.Distribution!))];
        _correlated = new bool[inputs.Count];
        foreach (var column in correlations.Columns)
            _correlated[column] = true;
        _dimensions = inputs.Count * copies;

        var sobol = options.Method == SamplingMethod.Sobol;
        Replicates = sobol ? Math.Min(SobolReplicates, options.Trials) : 1;
        _sobol = sobol ? Scrambles() : [];
        var longest = MostValues / Math.Max(1, inputs.Count);
        BlockLength = Math.Clamp((int)BitOperations.RoundUpToPowerOf2((uint)longest + 1) / 2, ShortestBlock, LongestBlock);
        Blocks = [.. AllBlocks()];
    }

    public IReadOnlyList<ScenarioInput> Inputs { get; }

    /// <summary>Independent sets of points, one after the other; 1 where all trials are independent.</summary>
    public int Replicates { get; }

    /// <summary>Trials in a block, but for the last of a replicate.</summary>
    public int BlockLength { get; }

    /// <summary>All trials, in order.</summary>
    public IReadOnlyList<SampleBlock> Blocks { get; }

    public SampleColumns NewColumns() => new(Inputs.Count, BlockLength);

    /// <summary>The first trial of a replicate, and for the number of replicates the end.</summary>
    public int Begin(int replicate) => (int)((long)_options.Trials * replicate / Replicates);

    /// <summary>
    /// The standard error of the mean of all trials' results: replicates are independent of each other where the trials of
    /// one are not. NaN of a single trial.
    /// </summary>
    public double StandardError(ReadOnlySpan<double> results)
    {
        if (results.Length == 1)
            return double.NaN;
        if (Replicates == 1)
            return TensorPrimitives.StdDev(results) / Math.Sqrt(results.Length - 1);
        var means = new double[Replicates];
        for (var replicate = 0; replicate < means.Length; replicate++)
            means[replicate] = TensorPrimitives.Average(results[Begin(replicate)..Begin(replicate + 1)]);
        return TensorPrimitives.StdDev<double>(means) / Math.Sqrt(means.Length - 1);
    }

    /// <summary>Draws a block: the values of every input, clamped to the input's range.</summary>
    public void Fill(SampleBlock block, SampleColumns columns, int copy = 0)
    {
        for (var input = 0; input < Inputs.Count; input++)
        {
            var values = columns.Column(input)[..block.Count];
            FillUniforms(block, copy * Inputs.Count + input, values, columns.Scratch);
            if (_correlated[input] || _quantiles[input].OfScores)
                NormalScores.FromProbabilities(values);
            if (!_correlated[input])
                Finish(input, values, columns);
        }
        if (_correlations.Columns.IsEmpty)
            return;

        Correlate(columns, block.Count);
        foreach (var input in _correlations.Columns)
        {
            var values = columns.Column(input)[..block.Count];
            if (!_quantiles[input].OfScores)
                NormalScores.ToProbabilities(values);
            Finish(input, values, columns);
        }
    }

    /// <summary>The uniform numbers that a column of a block is made of.</summary>
    internal void FillUniforms(SampleBlock block, int dimension, Span<double> values, uint[] scratch)
    {
        if (_options.Method == SamplingMethod.Sobol && dimension < SobolDirections.Dimensions)
            _sobol[block.Replicate][dimension].Fill((uint)block.First, values, scratch);
        else
            CounterRandom.Fill(Key(block.Replicate, dimension), block.First, values);
    }

    private void Finish(int input, Span<double> values, SampleColumns columns)
    {
        _quantiles[input].Apply(values);
        columns.Clamped[input] += Clamp(values, (double)Inputs[input].Least, (double)Inputs[input].Most);
    }

    // From the last row up, so that every row still finds the independent scores of those before it.
    private void Correlate(SampleColumns columns, int count)
    {
        var lower = _correlations.Lower!;
        var inputs = _correlations.Columns;
        for (var i = inputs.Length - 1; i >= 0; i--)
        {
            var target = columns.Column(inputs[i])[..count];
            TensorPrimitives.Multiply(target, lower[i, i], target);
            for (var j = 0; j < i; j++)
            {
                if (lower[i, j] != 0)
                    TensorPrimitives.MultiplyAdd(columns.Column(inputs[j])[..count], lower[i, j], target, target);
            }
        }
    }

    private static int Clamp(Span<double> values, double least, double most)
    {
        var (lower, upper) = (Vector256.Create(least), Vector256.Create(most));
        var clamped = 0;
        var t = 0;
        for (; t <= values.Length - 4; t += 4)
        {
            var value = Vector256.Create<double>(values[t..]);
            var outside = Vector256.LessThan(value, lower) | Vector256.GreaterThan(value, upper);
            if (outside == Vector256<double>.Zero)
                continue;
            clamped += BitOperations.PopCount(outside.ExtractMostSignificantBits());
            Vector256.Min(Vector256.Max(value, lower), upper).CopyTo(values[t..]);
        }
        for (; t < values.Length; t++)
        {
            if (values[t] < least || values[t] > most)
            {
                clamped++;
                values[t] = Math.Clamp(values[t], least, most);
            }
        }
        return clamped;
    }

    private SobolDimension[][] Scrambles()
    {
        var dimensions = Enumerable.Range(0, Math.Min(_dimensions, SobolDirections.Dimensions));
        return [.. Enumerable.Range(0, Replicates).Select(
            replicate => dimensions.Select(dimension => SobolDimension.Scrambled(dimension, Key(replicate, dimension))).ToArray())];
    }

    private ulong Key(int replicate, int dimension) =>
        CounterRandom.Key((uint)_options.Seed, (ulong)replicate << 32 | (uint)dimension);

    private IEnumerable<SampleBlock> AllBlocks()
    {
        for (var replicate = 0; replicate < Replicates; replicate++)
        {
            var (begin, end) = (Begin(replicate), Begin(replicate + 1));
            for (var trial = begin; trial < end; trial += BlockLength)
                yield return new SampleBlock(replicate, trial - begin, Math.Min(BlockLength, end - trial), trial);
        }
    }
}
