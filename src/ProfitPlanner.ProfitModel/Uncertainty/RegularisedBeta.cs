using MathNet.Numerics;

namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>
/// I_x(a, b) and its inverse. The library's own stops after 140 terms of the continued fraction, which is too early
/// beyond parameters of about 10⁴, and its inverse knows no tail finer than 10⁻⁸. Sources: DLMF 8.17.22 (continued
/// fraction) and 5.11.1 (Stirling's series).
/// </summary>
internal readonly struct RegularisedBeta
{
    private readonly double _a;
    private readonly double _b;
    private readonly double _logScale;

    internal RegularisedBeta(double a, double b)
    {
        (_a, _b) = (a, b);
        _logScale = (0.5 * Math.Log(a / (a + b) * b / (2 * Math.PI))) + Stirling(a + b) - Stirling(a) - Stirling(b);
    }

    internal double Cumulative(double x)
    {
        if (x <= 0 || x >= 1)
            return x >= 1 ? 1 : 0;
        var (lower, upper) = Tails(x, 1 - x, Math.Log(x), NearZero.LogOfOnePlus(-x), out _);
        return lower <= upper ? lower : 1 - upper;
    }

    internal double Quantile(double probability)
    {
        var fromLeft = probability <= 0.5;
        return Logistic(Logit(fromLeft ? probability : 1 - probability, fromLeft, Math.Log(_a / _b)).T);
    }

    /// <summary>
    /// t = ln(x/(1 − x)) where the tail on one side is a given probability, and the density over t there. Newton's method
    /// on the logarithm of that tail: it is concave in t, so that the method cannot fail: once it stands before the root,
    /// it approaches it from there. Only a step to where the tail is zero to double is taken back by half.
    /// </summary>
    internal (double T, double Density) Logit(double tail, bool fromLeft, double start)
    {
        var target = Math.Log(tail);
        var (t, before, density) = (start, start, 0.0);
        for (var i = 0; i < 200; i++)
        {
            // The logarithms are finite where x or y is too small for double.
            var (lower, upper) = Tails(Logistic(t), Logistic(-t), LogOfLogistic(t), LogOfLogistic(-t), out density);
            var found = fromLeft ? lower : upper;
            var error = Math.Log(found) - target;
            var step = error * found / density;
            if (!double.IsFinite(step))
            {
                t = (t + before) / 2;
                continue;
            }
            before = t;
            t -= fromLeft ? step : -step;
            // The error of the next would be about the square of this one.
            if (Math.Abs(error) < 1e-8)
                break;
        }
        return (t, density);
    }

    /// <summary>Both tails at x with y = 1 − x, and the density over ln(x/y), which is xᵃyᵇ/B(a, b).</summary>
    private (double Lower, double Upper) Tails(double x, double y, double logX, double logY, out double density)
    {
        var sum = _a + _b;
        // How far x is from the mean a/(a + b), times a + b; from whichever of x and y has the more digits.
        var deviation = x <= y ? (x * sum) - _a : _b - (y * sum);
        density = Math.Exp(_logScale
            + (_a * LogRatio(logX, Math.Log(_a / sum), deviation / _a))
            + (_b * LogRatio(logY, Math.Log(_b / sum), -deviation / _b)));
        if (x * (sum + 2) <= _a + 1)
        {
            var lower = density * Fraction(_a, _b, x) / _a;
            return (lower, 1 - lower);
        }
        var upper = density * Fraction(_b, _a, y) / _b;
        return (1 - upper, upper);
    }

    // The difference of two logarithms, whose numbers have a ratio of 1 + difference.
    private static double LogRatio(double log, double logOfMean, double difference) =>
        Math.Abs(difference) < 0.5 ? NearZero.LogOfOnePlus(difference) : log - logOfMean;

    private static double LogOfLogistic(double t) =>
        t > 0 ? -NearZero.LogOfOnePlus(Math.Exp(-t)) : t - NearZero.LogOfOnePlus(Math.Exp(t));

    internal static double Logistic(double t) => 1 / (1 + Math.Exp(-t));

    // Lentz's evaluation; the number of terms grows with √(a + b).
    private static double Fraction(double a, double b, double x)
    {
        const double tiny = 1e-300;
        var (sum, c) = (a + b, 1.0);
        var d = 1 / NotZero(1 - (sum * x / (a + 1)));
        var fraction = d;
        for (var m = 1; m < 100_000; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / NotZero(1 + (even * d));
            c = NotZero(1 + (even / c));
            fraction *= c * d;
            var odd = -(a + m) * (sum + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / NotZero(1 + (odd * d));
            c = NotZero(1 + (odd / c));
            fraction *= c * d;
            if (Math.Abs((c * d) - 1) < 1e-16)
                break;
        }
        return fraction;

        static double NotZero(double value) => Math.Abs(value) < tiny ? tiny : value;
    }

    // ln Γ(z) − [(z − ½)·ln z − z + ½·ln 2π]: small, so that differences of large ln Γ lose no digits.
    private static double Stirling(double z)
    {
        if (z < 15)
            return SpecialFunctions.GammaLn(z) - ((z - 0.5) * Math.Log(z)) + z - (0.5 * Math.Log(2 * Math.PI));
        var w = 1 / (z * z);
        return ((1.0 / 12) - (w * ((1.0 / 360) - (w * ((1.0 / 1260) - (w * ((1.0 / 1680) - (w / 1188)))))))) / z;
    }
}
