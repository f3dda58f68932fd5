namespace ProfitPlanner.ProfitModel.Decisions;

/// <summary>
/// A decision with a few states of the world, for what can be written in a table.
/// Source: docs/modelling/value-of-information.md, "A table".
/// </summary>
/// <param name="Probabilities">Of each state [1]; they add up to 1.</param>
/// <param name="Payoffs">What each alternative brings in each state [currency].</param>
public sealed record DiscreteDecision(IReadOnlyList<double> Probabilities, IReadOnlyList<IReadOnlyList<double>> Payoffs)
{
    /// <summary>What the best alternative brings on average [currency].</summary>
    public double ExpectedPayoff => Best(Probabilities);

    /// <summary>EVPI [currency], at least 0.</summary>
    public double PerfectInformation =>
        Probabilities.Select((probability, state) => probability * Payoffs.Max(payoff => payoff[state])).Sum() - ExpectedPayoff;

    /// <summary>EVSI [currency], at least 0, of a signal.</summary>
    /// <param name="likelihoods">The probability [1] of each signal in each state; those of one state add up to 1.</param>
    public double SampleInformation(IReadOnlyList<IReadOnlyList<double>> likelihoods) =>
        likelihoods.Sum(signal => Best([.. Probabilities.Zip(signal, (probability, likelihood) => probability * likelihood)])) - ExpectedPayoff;

    private double Best(IReadOnlyList<double> weights) => Payoffs.Max(payoff => payoff.Zip(weights, (money, weight) => money * weight).Sum());
}
