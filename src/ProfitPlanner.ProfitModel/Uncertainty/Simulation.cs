using System.Numerics.Tensors;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>
/// Monte Carlo simulation of the profit: every uncertain number is drawn from its distribution, trial by trial.
/// Source: docs/modelling/uncertainty.md, "What a simulation tells".
/// </summary>
public static class Simulation
{
    // Quantiles told, and between the first and the last the range of the histogram.
    private static readonly double[] _probabilities = [0.001, 0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95, 0.999];

    private const double Worst = 0.05;

    /// <summary>Simulates a scenario that has no <see cref="Validation.Problems"/>.</summary>
    /// <param name="scenario">The scenario; without uncertain numbers every trial is the same.</param>
    /// <param name="options">How; null takes the defaults.</param>
    /// <param name="progress">Told the share that is done [1], rising to 1.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>A <see cref="SimulationResult"/>, or <see cref="InvalidCorrelations"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The options are outside their limits.</exception>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public static SimulationOutcome Run(
        Scenario scenario,
        SimulationOptions? options = null,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new SimulationOptions();
        cancellationToken.ThrowIfCancellationRequested();
        var correlations = RankCorrelations.Of(scenario);
        if (!correlations.IsValid)
            return correlations.Refusal();

        var model = CompiledScenario.Of(scenario);
        var sampler = new InputSampler(model.Inputs, correlations, options);
        if (model.Inputs.Count == 0)
        {
            progress?.Report(1);
            return Certain(model.ProfitAtBase, options);
        }

        var profits = new double[options.Trials];
        var clamped = Trials(model, sampler, options, profits, progress, cancellationToken);
        return Result(sampler, options, profits, clamped);
    }

    // Each block writes its own trials, so that the number of threads and their order leave no trace.
    private static long[] Trials(
        CompiledScenario model, InputSampler sampler, SimulationOptions options, double[] profits,
        IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var clamped = new long[sampler.Inputs.Count];
        var done = new ProgressOf(progress, sampler.Blocks.Count);
        var threads = new ParallelOptions
        {
            MaxDegreeOfParallelism = options.MaxDegreeOfParallelism ?? Environment.ProcessorCount,
            CancellationToken = cancellationToken,
        };
        Parallel.For(
            0, sampler.Blocks.Count, threads, sampler.NewColumns,
            (i, _, columns) =>
            {
                var block = sampler.Blocks[i];
                sampler.Fill(block, columns);
                model.Profit(columns, block.Count, profits.AsSpan(block.Offset, block.Count));
                done.Advance();
                return columns;
            },
            columns =>
            {
                for (var input = 0; input < clamped.Length; input++)
                    Interlocked.Add(ref clamped[input], columns.Clamped[input]);
            });
        return clamped;
    }

    private static SimulationResult Result(InputSampler sampler, SimulationOptions options, double[] profits, long[] clamped)
    {
        var mean = TensorPrimitives.Sum<double>(profits) / profits.Length;
        var deviation = profits.Length == 1 ? 0 : Math.Sqrt(SquaresAround(mean, profits) / (profits.Length - 1));
        var quantiles = OrderStatistics.Quantiles(profits, _probabilities);
        return new SimulationResult
        {
            Trials = options.Trials,
            Seed = options.Seed,
            Method = options.Method,
            Mean = mean,
            StandardDeviation = deviation,
            StandardError = sampler.StandardError(profits),
            P5 = quantiles[1],
            P10 = quantiles[2],
            P25 = quantiles[3],
            P50 = quantiles[4],
            P75 = quantiles[5],
            P90 = quantiles[6],
            P95 = quantiles[7],
            ProbabilityOfProfit = (double)profits.Count(profit => profit > 0) / profits.Length,
            ExpectedShortfall = Shortfall(profits),
            Histogram = Histogram.Of(profits, quantiles[0], quantiles[8]),
            Inputs = [.. sampler.Inputs.Zip(clamped, (input, count) => new SimulatedInput(input.Path, (double)count / options.Trials))],
        };
    }

    private static double SquaresAround(double mean, double[] values)
    {
        var sum = 0.0;
        foreach (var value in values)
            sum += (value - mean) * (value - mean);
        return sum;
    }

    private static double Shortfall(double[] profits)
    {
        var count = (int)Math.Ceiling(Worst * profits.Length);
        var last = OrderStatistics.AtRank(profits, count - 1);
        // Of differences, so that equal profits have exactly their own mean.
        var sum = 0.0;
        foreach (var profit in profits)
        {
            if (profit < last)
                sum += profit - last;
        }
        return last + sum / count;
    }

    private static SimulationResult Certain(double profit, SimulationOptions options) => new()
    {
        Trials = options.Trials,
        Seed = options.Seed,
        Method = options.Method,
        Mean = profit,
        StandardError = 0,
        StandardDeviation = 0,
        P5 = profit,
        P10 = profit,
        P25 = profit,
        P50 = profit,
        P75 = profit,
        P90 = profit,
        P95 = profit,
        ProbabilityOfProfit = profit > 0 ? 1 : 0,
        ExpectedShortfall = profit,
        Histogram = new Histogram([new HistogramBin(profit, profit, options.Trials)], 0, 0),
        Inputs = [],
    };

    /// <summary>Tells of each hundredth once, in rising order.</summary>
    private sealed class ProgressOf(IProgress<double>? progress, int blocks)
    {
        private readonly Lock _lock = new();
        private int _done;

        public void Advance()
        {
            if (progress is null)
                return;
            lock (_lock)
            {
                _done++;
                if (_done * 100L / blocks > (_done - 1) * 100L / blocks)
                    progress.Report((double)_done / blocks);
            }
        }
    }
}
