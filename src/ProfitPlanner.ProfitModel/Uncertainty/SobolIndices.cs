using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>
/// How much of the profit's variance is due to which uncertain number.
/// Source: docs/modelling/value-of-information.md, "Sobol indices".
/// </summary>
public static class SobolIndices
{
    /// <summary>Base points where no options say otherwise [1]; a power of two, which Sobol points fill best.</summary>
    public const int DefaultTrials = 8_192;

    /// <summary>
    /// First-order and total indices, and those of all guesses together. The scenario has no
    /// <see cref="Validation.Problems"/>.
    /// </summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="options">How to draw; the profit is calculated (inputs + 3) times as often as there are trials.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>A <see cref="SobolResult"/> or <see cref="NoSobolIndices"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The options are outside their limits.</exception>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public static SobolOutcome Of(Scenario scenario, SimulationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var correlations = RankCorrelations.Of(scenario);
        if (correlations.Given.Any(pair => pair.Rank != 0))
            return new NoSobolIndices(NoSobolReason.Correlated, correlations.Given);

        var model = CompiledScenario.Of(scenario);
        var guesses = model.Inputs.Index().Where(input => IsGuess(scenario, input.Item.Path)).Select(input => input.Index).ToArray();
        var indices = SobolEstimator.Of(
            model.Inputs, model.Profit, [guesses], options ?? new SimulationOptions { Trials = DefaultTrials }, cancellationToken);
        return indices is null
            ? new NoSobolIndices(NoSobolReason.NoVariance, [])
            : new SobolResult
            {
                Inputs = [.. indices.Inputs.OrderByDescending(index => index.Total)],
                Guesses = indices.Groups[0],
                Mean = indices.Mean,
                Variance = indices.Variance,
                Evaluations = indices.Evaluations,
            };
    }

    private static bool IsGuess(Scenario scenario, string path) =>
        !scenario.Provenance.TryGetValue(path, out var provenance) || provenance.IsGuess;
}
