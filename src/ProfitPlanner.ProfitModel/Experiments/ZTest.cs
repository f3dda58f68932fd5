using MathNet.Numerics;

namespace ProfitPlanner.ProfitModel.Experiments;

/// <summary>A test of a difference against 0. Source: docs/modelling/experiments.md, "Reading".</summary>
/// <param name="Difference">Variant less control [conversion: 1; profit: currency / visitor].</param>
/// <param name="StandardError">Standard error under no difference [as the difference], above 0.</param>
public readonly record struct ZTest(double Difference, double StandardError)
{
    /// <summary>Difference over standard error [1].</summary>
    public double Z => Difference / StandardError;

    /// <summary>Two-sided p-value [1] of no difference, of this comparison alone.</summary>
    public double P => SpecialFunctions.Erfc(Math.Abs(Z) / Math.Sqrt(2));
}
