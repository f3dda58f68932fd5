namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>How a simulation is done. The same options give the same result, whatever the number of threads.</summary>
public sealed record SimulationOptions
{
    /// <summary>The most trials [1].</summary>
    public const int MostTrials = 10_000_000;

    /// <summary>How many times every uncertain number is drawn [1], 1 to <see cref="MostTrials"/>.</summary>
    public int Trials { get; init; } = 100_000;

    /// <summary>Which draws; any number.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How they are drawn.</summary>
    public SamplingMethod Method { get; init; } = SamplingMethod.Sobol;

    /// <summary>The most threads [1], at least 1; null takes one per core.</summary>
    public int? MaxDegreeOfParallelism { get; init; }
}
