using MathNet.Numerics.Distributions;

namespace ProfitPlanner.ProfitModel.Experiments;

/// <summary>How sure an experiment is to be. Source: docs/modelling/experiments.md, "Sample size".</summary>
public sealed record ExperimentDesign
{
    /// <summary>A design.</summary>
    /// <param name="significance">Greatest probability [1] of seeing any difference where there is none, in (0, 1).</param>
    /// <param name="power">Probability [1] of seeing the difference that is planned for, in (0, 1).</param>
    /// <param name="arms">Arms with the control [arms], at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public ExperimentDesign(double significance = 0.05, double power = 0.8, int arms = 2)
    {
        if (significance is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(significance));
        if (power is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(power));
        ArgumentOutOfRangeException.ThrowIfLessThan(arms, 2);
        (Significance, Power, Arms) = (significance, power, arms);
    }

    /// <summary>Greatest probability of any false difference [1], two-sided.</summary>
    public double Significance { get; }

    /// <summary>Probability of seeing the planned difference [1].</summary>
    public double Power { get; }

    /// <summary>Arms with the control [arms].</summary>
    public int Arms { get; }

    /// <summary>
    /// Significance of each comparison with the control [1]: <see cref="Significance"/> over their number (Bonferroni).
    /// </summary>
    public double SignificancePerComparison => Significance / (Arms - 1);

    /// <summary>z of the significance [1], two-sided, of each comparison.</summary>
    internal double Critical => -Normal.InvCDF(0, 1, SignificancePerComparison / 2);

    /// <summary>z of the power [1].</summary>
    internal double PowerQuantile => Normal.InvCDF(0, 1, Power);
}
