using System.Runtime.Intrinsics;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>The standard normal distribution of whole columns. Source: docs/modelling/uncertainty.md, "Quantiles".</summary>
internal static class NormalScores
{
    // Beyond w = 8, three draws in ten thousand, the polynomial gives way to the exact function.
    private const double Far = 8;

    // z = (2p − 1)·f(w), w = −ln(4p(1 − p)): f through its Chebyshev points on [0, 8], in powers of w − 4; the error is
    // below 4·10⁻¹¹ of z.
    private static readonly double[] _f =
    [
        2.6287106302467187, 0.3229422932711992, -0.01021212088683157, -0.0002884607147500108, 0.00016811853350534673,
        -2.194107431320026e-05, 6.881016902117012e-07, 2.5039633739544916e-07, -4.7293044665185045e-08,
        2.674098418789444e-09, 4.122510323592942e-10, -1.0878670372060305e-10, 7.421461637711126e-12,
        1.2022487005908395e-12, -2.2763135109365443e-13, -3.4218349861353698e-15, 1.999543986987147e-15,
    ];

    /// <summary>Each probability p in (0, 1) becomes z with Φ(z) = p.</summary>
    public static void FromProbabilities(Span<double> values)
    {
        var t = 0;
        for (; t <= values.Length - 4; t += 4)
        {
            var p = Vector256.Create<double>(values[t..]);
            var w = -Vector256.Log(4 * p * (Vector256<double>.One - p));
            var x = w - Vector256.Create(4.0);
            var f = Vector256.Create(_f[^1]);
            for (var i = _f.Length - 2; i >= 0; i--)
                f = Vector256.FusedMultiplyAdd(f, x, Vector256.Create(_f[i]));
            ((p + p - Vector256<double>.One) * f).CopyTo(values[t..]);

            if (Vector256.GreaterThanAny(w, Vector256.Create(Far)))
            {
                for (var lane = 0; lane < 4; lane++)
                {
                    if (w[lane] > Far)
                        values[t + lane] = Normal.InvCDF(0, 1, p[lane]);
                }
            }
        }
        for (; t < values.Length; t++)
            values[t] = Normal.InvCDF(0, 1, values[t]);
    }

    /// <summary>Each z becomes Φ(z), kept strictly inside (0, 1).</summary>
    public static void ToProbabilities(Span<double> values)
    {
        foreach (ref var value in values)
            value = Math.Clamp(SpecialFunctions.Erfc(-value / Constants.Sqrt2) / 2, double.Epsilon, 1 - 1.0 / (1UL << 53));
    }
}
