namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>How a simulation draws its numbers. Source: docs/modelling/uncertainty.md, "Sampling".</summary>
public enum SamplingMethod
{
    /// <summary>Scrambled Sobol points, which fill the space evenly: the error shrinks almost with the number of trials.</summary>
    Sobol,

    /// <summary>Independent draws: the error shrinks with the square root of the number of trials.</summary>
    PseudoRandom,
}
