using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>
/// Jansen's estimators (1999): with A and B two independent draws, and AB the draw A with some columns of B,
/// S = 1 − E[(f(B) − f(AB))²] / 2V and T = E[(f(A) − f(AB))²] / 2V.
/// Source: docs/modelling/value-of-information.md, "Sobol indices".
/// </summary>
internal static class SobolEstimator
{
    /// <summary>Null where the function does not vary.</summary>
    public static SobolEstimates? Of(
        IReadOnlyList<ScenarioInput> inputs, BlockFunction function, IReadOnlyList<int[]> groups, SimulationOptions options, CancellationToken cancellationToken)
    {
        var sampler = new InputSampler(inputs, RankCorrelations.Of(inputs, []), options, copies: 2);
        int[][] sets = [.. Enumerable.Range(0, inputs.Count).Select(input => (int[])[input]), .. groups];
        var center = Center(inputs, function);

        // Each block writes its own sums, so that neither threads nor their order leave a trace.
        var sums = new Sums[sampler.Blocks.Count];
        var threads = new ParallelOptions
        {
            MaxDegreeOfParallelism = options.MaxDegreeOfParallelism ?? Environment.ProcessorCount,
            CancellationToken = cancellationToken,
        };
        Parallel.For(
            0, sums.Length, threads, () => new Work(sampler),
            (block, _, work) =>
            {
                sums[block] = work.Of(sampler, sampler.Blocks[block], function, sets, center);
                return work;
            },
            _ => { });

        Sums[] folds = [.. sums.Zip(sampler.Blocks).GroupBy(block => sampler.FoldOf(block.Second), block => block.First).Select(Sums.Add)];
        var all = Sums.Add(folds);
        if (!(all.Variance > 0))
            return null;
        Sums[] withoutOne = folds.Length < 2 ? [] : [.. folds.Select((_, left) => Sums.Add(folds.Where((_, fold) => fold != left)))];
        SobolIndex[] indices = [.. sets.Select((set, at) => Index([.. set.Select(input => inputs[input].Path)], at))];
        return new SobolEstimates(
            indices[..inputs.Count], indices[inputs.Count..], center + all.Mean, all.Variance, (long)options.Trials * (sets.Length + 2));

        SobolIndex Index(IReadOnlyList<string> paths, int at) => paths.Count == 0
            ? new SobolIndex(paths, 0, 0, 0, 0)
            : new SobolIndex(paths, all.First(at), Jackknife(fold => fold.First(at)), all.Total(at), Jackknife(fold => fold.Total(at)));

        double Jackknife(Func<Sums, double> estimate)
        {
            if (withoutOne.Length == 0)
                return double.NaN;
            double[] estimates = [.. withoutOne.Select(estimate)];
            var mean = estimates.Average();
            return Math.Sqrt(estimates.Sum(each => (each - mean) * (each - mean)) * (estimates.Length - 1) / estimates.Length);
        }
    }

    // Close to the mean, so that squares of what is left keep their digits.
    private static double Center(IReadOnlyList<ScenarioInput> inputs, BlockFunction function)
    {
        var columns = new SampleColumns(inputs.Count, 8);
        for (var input = 0; input < inputs.Count; input++)
            columns.Column(input)[0] = (double)inputs[input].Estimate.Value;
        var result = 0.0;
        function(columns, 1, new Span<double>(ref result));
        return result;
    }

    private sealed class Work(InputSampler sampler)
    {
        private readonly SampleColumns _a = sampler.NewColumns();
        private readonly SampleColumns _b = sampler.NewColumns();
        private readonly double[] _fa = new double[sampler.BlockLength];
        private readonly double[] _fb = new double[sampler.BlockLength];
        private readonly double[] _fab = new double[sampler.BlockLength];
        private readonly double[] _kept = new double[sampler.BlockLength * Math.Max(1, sampler.Inputs.Count)];

        public Sums Of(InputSampler sampler, SampleBlock block, BlockFunction function, int[][] sets, double center)
        {
            sampler.Fill(block, _a, copy: 0);
            sampler.Fill(block, _b, copy: 1);
            function(_a, block.Count, _fa);
            function(_b, block.Count, _fb);
            var sums = new Sums(sets.Length) { Count = block.Count };
            for (var t = 0; t < block.Count; t++)
            {
                var (a, b) = (_fa[t] - center, _fb[t] - center);
                sums.Sum += a + b;
                sums.Squares += a * a + b * b;
            }
            for (var set = 0; set < sets.Length; set++)
            {
                Swap(sets[set]);
                function(_a, block.Count, _fab);
                Restore(sets[set]);
                for (var t = 0; t < block.Count; t++)
                {
                    sums.FromB[set] += (_fb[t] - _fab[t]) * (_fb[t] - _fab[t]);
                    sums.FromA[set] += (_fa[t] - _fab[t]) * (_fa[t] - _fab[t]);
                }
            }
            return sums;
        }

        private void Swap(int[] columns)
        {
            for (var i = 0; i < columns.Length; i++)
            {
                _a.Column(columns[i]).CopyTo(_kept.AsSpan(i * _a.Length));
                _b.Column(columns[i]).CopyTo(_a.Column(columns[i]));
            }
        }

        private void Restore(int[] columns)
        {
            for (var i = 0; i < columns.Length; i++)
                _kept.AsSpan(i * _a.Length, _a.Length).CopyTo(_a.Column(columns[i]));
        }
    }

    private sealed class Sums(int sets)
    {
        public double[] FromA { get; } = new double[sets];

        public double[] FromB { get; } = new double[sets];

        public long Count { get; set; }

        public double Sum { get; set; }

        public double Squares { get; set; }

        public double Mean => Sum / (2 * Count);

        public double Variance => Squares / (2 * Count) - Mean * Mean;

        public double First(int set) => 1 - FromB[set] / (2 * Count * Variance);

        public double Total(int set) => FromA[set] / (2 * Count * Variance);

        public static Sums Add(IEnumerable<Sums> parts)
        {
            Sums? all = null;
            foreach (var part in parts)
            {
                all ??= new Sums(part.FromA.Length);
                all.Count += part.Count;
                all.Sum += part.Sum;
                all.Squares += part.Squares;
                for (var set = 0; set < part.FromA.Length; set++)
                {
                    all.FromA[set] += part.FromA[set];
                    all.FromB[set] += part.FromB[set];
                }
            }
            return all!;
        }
    }
}
