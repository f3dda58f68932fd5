using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.ProfitModel.Projection;

/// <summary>What a projection may come to, as its uncertain numbers vary. Source: docs/modelling/projection.md, "The fan".</summary>
public sealed record ProjectionFan
{
    /// <summary>How many runs [runs].</summary>
    public required int Runs { get; init; }

    /// <summary>What the random numbers follow from.</summary>
    public required int Seed { get; init; }

    /// <summary>Cash as each month ends [currency].</summary>
    public required IReadOnlyList<FanBand> Cash { get; init; }

    /// <summary>Revenue of each month [currency].</summary>
    public required IReadOnlyList<FanBand> Revenue { get; init; }

    /// <summary>Profit of each month [currency].</summary>
    public required IReadOnlyList<FanBand> Profit { get; init; }

    /// <summary>Customers as each month ends, and its buyers [customers].</summary>
    public required IReadOnlyList<FanBand> Customers { get; init; }

    /// <summary>The probability that cash never ends a month below zero [1].</summary>
    public double CashHolds => 1 - RunsOut.Sum();

    /// <summary>The probability that each month is the first to end below zero [1]; with <see cref="CashHolds"/> they make 1.</summary>
    public required IReadOnlyList<double> RunsOut { get; init; }

    /// <summary>The probability that each month is the first with a profit [1]; the rest to 1 is that none is.</summary>
    public required IReadOnlyList<double> BreaksEven { get; init; }

    /// <summary>
    /// Runs the scenario with draws of its uncertain numbers, as a simulation draws them, correlations included. The same
    /// seed gives the same fan, whatever the number of threads. The scenario has no <see cref="Validation.Problems"/>.
    /// </summary>
    /// <param name="scenario">What to run.</param>
    /// <param name="runs">How often [runs], at least 1.</param>
    /// <param name="seed">What the random numbers follow from.</param>
    /// <param name="cancellation">Gives up between blocks of runs.</param>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    public static ProjectionFan Of(Scenario scenario, int runs = 10_000, int seed = 1, CancellationToken cancellation = default) =>
        Of(scenario, runs, seed, new ParallelOptions { CancellationToken = cancellation });

    internal static ProjectionFan Of(Scenario scenario, int runs, int seed, ParallelOptions parallel)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(runs, 1);
        var plan = CompiledProjection.Of(scenario);
        var uncertain = plan.Inputs.Index().Where(input => input.Item.Estimate.Distribution is not null).ToArray();
        ScenarioInput[] inputs = [.. uncertain.Select(input => input.Item)];
        var sampler = new InputSampler(
            inputs, RankCorrelations.Of(inputs, scenario.Correlations), new SimulationOptions { Trials = runs, Seed = seed });
        double[][] cash = Columns(), revenue = Columns(), profit = Columns(), customers = Columns();
        var (runsOut, breaksEven) = (new int[runs], new int[runs]);

        Parallel.For(0, sampler.Blocks.Count, parallel, () => (Run: new ProjectionRun(plan), Columns: sampler.NewColumns()), (at, _, work) =>
        {
            var (run, columns) = work;
            var block = sampler.Blocks[at];
            sampler.Fill(block, columns);
            var values = plan.Values.ToArray();
            for (var trial = 0; trial < block.Count; trial++)
            {
                var draw = block.Offset + trial;
                for (var i = 0; i < uncertain.Length; i++)
                    values[uncertain[i].Index] = columns.Column(i)[trial];
                run.Calculate(values);
                for (var month = 1; month <= plan.Months; month++)
                {
                    cash[month - 1][draw] = run.Cash[month];
                    revenue[month - 1][draw] = run.Revenue[month];
                    profit[month - 1][draw] = run.Profit[month];
                    customers[month - 1][draw] = run.Customers[month];
                }
                runsOut[draw] = Array.FindIndex(run.Cash, 1, end => end < 0);
                breaksEven[draw] = Array.FindIndex(run.Profit, 1, amount => amount > 0);
            }
            return work;
        }, _ => { });

        return new ProjectionFan
        {
            Runs = runs,
            Seed = seed,
            Cash = Bands(cash),
            Revenue = Bands(revenue),
            Profit = Bands(profit),
            Customers = Bands(customers),
            RunsOut = Shares(runsOut),
            BreaksEven = Shares(breaksEven),
        };

        double[][] Columns() => [.. Enumerable.Range(0, plan.Months).Select(_ => new double[runs])];

        FanBand[] Bands(double[][] columns)
        {
            var bands = new FanBand[columns.Length];
            Parallel.For(0, columns.Length, parallel, month => bands[month] = FanBand.Of(columns[month]));
            return bands;
        }

        double[] Shares(int[] months)
        {
            var shares = new double[plan.Months];
            foreach (var month in months.Where(month => month > 0))
                shares[month - 1] += 1d / runs;
            return shares;
        }
    }
}
