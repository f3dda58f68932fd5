using MathNet.Numerics;

namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>Φ, its density and its inverse, one value at a time, within a few units in the last place.</summary>
internal static class StandardNormal
{
    private const double SqrtOf2 = 1.4142135623730950488;

    internal static double Cumulative(double z) => 0.5 * SpecialFunctions.Erfc(-z / SqrtOf2);

    internal static double Density(double z) => Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);

    internal static double Quantile(double probability) => -SqrtOf2 * SpecialFunctions.ErfcInv(2 * probability);
}
