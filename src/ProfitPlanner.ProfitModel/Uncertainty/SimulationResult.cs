namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>
/// What the profit may be [currency per period unless said otherwise].
/// Source: docs/modelling/uncertainty.md, "What a simulation tells".
/// </summary>
public sealed record SimulationResult : SimulationOutcome
{
    /// <summary>Trials done [1].</summary>
    public required int Trials { get; init; }

    /// <summary>The seed of the draws.</summary>
    public required int Seed { get; init; }

    /// <summary>How they were drawn.</summary>
    public required SamplingMethod Method { get; init; }

    /// <summary>The mean of P.</summary>
    public required double Mean { get; init; }

    /// <summary>How far the mean may be off, as a standard deviation; zero where nothing is uncertain, NaN of a single trial.</summary>
    public required double StandardError { get; init; }

    /// <summary>The standard deviation of P.</summary>
    public required double StandardDeviation { get; init; }

    /// <summary>One time in twenty P is below.</summary>
    public required double P5 { get; init; }

    /// <summary>One time in ten P is below.</summary>
    public required double P10 { get; init; }

    /// <summary>One time in four P is below.</summary>
    public required double P25 { get; init; }

    /// <summary>The median of P.</summary>
    public required double P50 { get; init; }

    /// <summary>One time in four P is above.</summary>
    public required double P75 { get; init; }

    /// <summary>One time in ten P is above.</summary>
    public required double P90 { get; init; }

    /// <summary>One time in twenty P is above.</summary>
    public required double P95 { get; init; }

    /// <summary>The probability that P > 0 [1].</summary>
    public required double ProbabilityOfProfit { get; init; }

    /// <summary>The mean of the worst twentieth of the trials.</summary>
    public required double ExpectedShortfall { get; init; }

    /// <summary>How the results are spread.</summary>
    public required Histogram Histogram { get; init; }

    /// <summary>The uncertain numbers, in the order of the scenario; none makes every trial the same.</summary>
    public required IReadOnlyList<SimulatedInput> Inputs { get; init; }
}
