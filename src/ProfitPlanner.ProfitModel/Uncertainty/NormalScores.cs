using System.Numerics;

namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>
/// Φ⁻¹ of many values at once, within a relative 10⁻¹². With w = −ln(4u(1 − u)), Φ⁻¹(u)/(u − ½) is a smooth function of w
/// (Giles, GPU Computing Gems 2011, ch. 10, has that variable); a polynomial interpolates it at Chebyshev's points, and
/// the few values farther out than it reaches are calculated one by one.
/// </summary>
internal readonly struct NormalScores : IVectorFunction
{
    private const int Degree = 24;

    // One in 5,000 on either side is farther out.
    private const double Reach = 7.1;

    private static readonly double[] Coefficients = Fit();

    internal static void Fill(ReadOnlySpan<double> uniforms, Span<double> normals) =>
        VectorLoop.Apply(uniforms, normals, default(NormalScores));

    public Vector<double> Of(Vector<double> x)
    {
        var w = -Vector.Log(new Vector<double>(4.0) * x * (Vector<double>.One - x));
        var s = (w * (2 / Reach)) - Vector<double>.One;
        var coefficients = Coefficients;
        // Even and odd powers apart: half the wait for one step to end before the next.
        var square = s * s;
        var even = new Vector<double>(coefficients[Degree]);
        var odd = new Vector<double>(coefficients[Degree - 1]);
        for (var k = Degree - 2; k > 0; k -= 2)
        {
            even = Vector.FusedMultiplyAdd(even, square, new Vector<double>(coefficients[k]));
            odd = Vector.FusedMultiplyAdd(odd, square, new Vector<double>(coefficients[k - 1]));
        }
        even = Vector.FusedMultiplyAdd(even, square, new Vector<double>(coefficients[0]));
        var z = (x - new Vector<double>(0.5)) * Vector.FusedMultiplyAdd(odd, s, even);
        return Vector.GreaterThanAny(w, new Vector<double>(Reach)) ? WithTails(x, w, z) : z;
    }

    private static Vector<double> WithTails(Vector<double> u, Vector<double> w, Vector<double> z)
    {
        for (var i = 0; i < Vector<double>.Count; i++)
        {
            if (w[i] > Reach)
                z = z.WithElement(i, StandardNormal.Quantile(u[i]));
        }
        return z;
    }

    /// <summary>The interpolating polynomial in s = 2w/reach − 1, from the constant up.</summary>
    private static double[] Fit()
    {
        const int nodes = Degree + 1;
        var chebyshev = new double[nodes];
        for (var i = 0; i < nodes; i++)
        {
            var angle = Math.PI * (i + 0.5) / nodes;
            var w = Reach * (Math.Cos(angle) + 1) / 2;
            // From 4u(1 − u) = e^(−w), with u below ½ and q = ½ − u.
            var q = Math.Sqrt(-NearZero.ExpMinusOne(-w)) / 2;
            var u = Math.Exp(-w) / (4 * (0.5 + q));
            var ratio = -StandardNormal.Quantile(u) / q;
            for (var k = 0; k < nodes; k++)
                chebyshev[k] += ratio * Math.Cos(k * angle) * (k == 0 ? 1.0 : 2.0) / nodes;
        }
        return Powers(chebyshev);
    }

    // T₀ = 1, T₁ = s, Tₖ₊₁ = 2s·Tₖ − Tₖ₋₁.
    private static double[] Powers(double[] chebyshev)
    {
        var powers = new double[chebyshev.Length];
        var (before, current) = (new double[chebyshev.Length], new double[chebyshev.Length]);
        (before[0], current[1]) = (1, 1);
        powers[0] = chebyshev[0];
        for (var k = 1; k < chebyshev.Length; k++)
        {
            var next = new double[chebyshev.Length];
            for (var i = 0; i < chebyshev.Length; i++)
            {
                powers[i] += chebyshev[k] * current[i];
                next[i] = (i > 0 ? 2 * current[i - 1] : 0) - before[i];
            }
            (before, current) = (current, next);
        }
        return powers;
    }
}
