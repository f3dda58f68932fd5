using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.ProfitModel.Decisions;

/// <summary>
/// What it is worth to know more before a decision: the alternatives are weighed on the same draws of all uncertain
/// numbers. Source: docs/modelling/value-of-information.md.
/// </summary>
public static class ValueOfInformation
{
    /// <summary>Trials where no options say otherwise [1].</summary>
    public const int DefaultTrials = 16_384;

    /// <summary>Weighs alternatives whose scenarios have no <see cref="Validation.Problems"/>, and are of one currency and period.</summary>
    /// <param name="alternatives">At least one.</param>
    /// <param name="options">How to draw; null takes <see cref="DefaultTrials"/>.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="ArgumentException">There is no alternative.</exception>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public static DecisionOutcome Of(IReadOnlyList<Alternative> alternatives, SimulationOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (alternatives.Count == 0)
            throw new ArgumentException("A decision has alternatives.", nameof(alternatives));
        options ??= new SimulationOptions { Trials = DefaultTrials };

        // The same path with the same distribution is the same number in every alternative.
        ScenarioInput[] inputs = [.. alternatives.SelectMany(each => each.Scenario?.UncertainInputs() ?? []).DistinctBy(Identity)];
        Correlation[] pairs = [.. alternatives.SelectMany(each => each.Scenario?.Correlations ?? []).DistinctBy(pair => (pair.First, pair.Second))];
        var correlations = RankCorrelations.Of(inputs, pairs);
        if (!correlations.IsValid)
            return new UnweighableDecision(correlations.Refusal());

        var draws = new Draws(new InputSampler(inputs, correlations, options), alternatives, cancellationToken);
        return Weigh(alternatives, inputs, draws, cancellationToken);
    }

    internal static (string Path, Distribution Distribution) Identity(ScenarioInput input) => (input.Path, input.Estimate.Distribution!);

    private static DecisionValue Weigh(
        IReadOnlyList<Alternative> alternatives, ScenarioInput[] inputs, Draws draws, CancellationToken cancellationToken)
    {
        var means = Array.ConvertAll(draws.Profits, profits => profits.Average());
        var best = Array.IndexOf(means, means.Max());
        var gains = new double[draws.Trials];
        var won = new int[alternatives.Count];
        for (var trial = 0; trial < gains.Length; trial++)
        {
            var winner = best;
            for (var alternative = 0; alternative < won.Length; alternative++)
            {
                if (draws.Profits[alternative][trial] > draws.Profits[winner][trial])
                    winner = alternative;
            }
            won[winner]++;
            gains[trial] = draws.Profits[winner][trial] - draws.Profits[best][trial];
        }

        var perfect = gains.Average();
        var values = new InputValue[inputs.Length];
        Parallel.For(0, inputs.Length, new ParallelOptions { CancellationToken = cancellationToken }, input =>
        {
            var conditional = new ConditionalMean(draws.Inputs[input]);
            var expected = Array.ConvertAll(draws.Profits, conditional.Of);
            values[input] = new InputValue(inputs[input], expected, perfect, draws.StandardError(Gains(expected, best)));
        });
        return new DecisionValue
        {
            Alternatives = [.. alternatives.Select((each, i) => new WeighedAlternative(each, means[i], (double)won[i] / draws.Trials))],
            PerfectInformation = perfect,
            PerfectInformationError = draws.StandardError(gains),
            ProbabilityOfRegret = 1 - (double)won[best] / draws.Trials,
            Inputs = [.. values.OrderByDescending(value => value.PerfectInformation)],
        };
    }

    private static double[] Gains(double[][] expected, int best)
    {
        var gains = new double[expected[0].Length];
        for (var trial = 0; trial < gains.Length; trial++)
            gains[trial] = expected.Max(each => each[trial]) - expected[best][trial];
        return gains;
    }
}
