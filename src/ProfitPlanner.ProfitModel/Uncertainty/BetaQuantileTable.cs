using MathNet.Numerics;

namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>
/// Quantiles of a beta distribution between two ends: cubics between knots whose distance grows with the distance of the
/// probability from 0 and 1, exact at the knots and beyond the last. The error is below 10⁻⁶ of the number's distance
/// from the low end or of the standard deviation, whichever is greater.
/// Source: docs/modelling/uncertainty.md, "Quantiles".
/// </summary>
internal sealed class BetaQuantileTable
{
    // From 2⁻³³, below which no Sobol point lies, each doubling of the tail probability has 32 knots up to a half.
    private const int Octaves = 32;
    private const int PerOctave = 32;
    private const int Bins = Octaves * PerOctave;
    private const int MantissaShift = 52 - 5;
    private const long FirstBin = (1023L - 33) * PerOctave;
    private const double Least = 1.0 / (1UL << 33);

    private readonly BetaDistribution _shape;
    private readonly double _low;
    private readonly double _span;
    private readonly Cubic[] _lower;
    private readonly Cubic[] _upper;

    public BetaQuantileTable(BetaDistribution shape, double low, double span)
    {
        (_shape, _low, _span) = (shape, low, span);
        _lower = Side(shape, low, span);
        // The upper tail is the lower one of 1 − x, where its digits are.
        _upper = Side(new BetaDistribution(shape.Beta, shape.Alpha), low + span, -span);
    }

    public double At(double probability)
    {
        var tail = Math.Min(probability, 1 - probability);
        if (tail < Least)
            return _low + _span * _shape.Quantile(probability);
        var bin = Math.Min(BinOf(tail), Bins - 1);
        ref readonly var cubic = ref (probability < 0.5 ? _lower : _upper)[bin];
        var t = tail - cubic.From;
        return ((cubic.Third * t + cubic.Second) * t + cubic.First) * t + cubic.Start;
    }

    private static int BinOf(double tail) => (int)((BitConverter.DoubleToInt64Bits(tail) >> MantissaShift) - FirstBin);

    private static double Knot(int bin) => BitConverter.Int64BitsToDouble((bin + FirstBin) << MantissaShift);

    private static Cubic[] Side(BetaDistribution shape, double offset, double scale)
    {
        var cubics = new Cubic[Bins];
        var logBeta = SpecialFunctions.BetaLn(shape.Alpha, shape.Beta);
        var x = shape.Quantile(0.5);
        var (value, slope) = Value(0.5);
        for (var bin = Bins - 1; bin >= 0; bin--)
        {
            var (from, to) = (Knot(bin), Knot(bin + 1));
            var (endValue, endSlope) = (value, slope);
            x = Refined(shape, logBeta, x, to, from);
            (value, slope) = Value(from);
            var width = to - from;
            var chord = (endValue - value) / width;
            cubics[bin] = new Cubic(
                from, value, slope, (3 * chord - 2 * slope - endSlope) / width, (slope + endSlope - 2 * chord) / (width * width));
        }
        return cubics;

        (double Value, double Slope) Value(double probability)
        {
            var growth = x > 0 ? Growth(shape, logBeta, x, probability) : double.PositiveInfinity;
            return (offset + scale * x, scale * x / (probability * growth));
        }
    }

    // d ln I / d ln x, which is α for small x.
    private static double Growth(BetaDistribution shape, double logBeta, double x, double probability) =>
        Math.Exp(shape.Alpha * Math.Log(x) + (shape.Beta - 1) * Log1P(-x) - logBeta) / probability;

    // Newton's steps on ln I as a function of ln x, nearly a straight line, from the quantile of the knot before.
    private static double Refined(BetaDistribution shape, double logBeta, double x, double before, double probability)
    {
        const int Steps = 20;
        var current = before;
        for (var i = 0; i < Steps && x is > 0 and < 1; i++)
        {
            var change = Math.Log(probability / current) / Growth(shape, logBeta, x, current);
            x *= Math.Exp(change);
            if (i > 0 && Math.Abs(change) < 1e-10)
                return x;
            if (x is > 0 and < 1)
                current = shape.Cumulative(x);
        }
        return x == 0 ? 0 : shape.Quantile(probability);
    }

    private static double Log1P(double x) => Math.Abs(x) < 1e-4 ? x - x * x / 2 + x * x * x / 3 - x * x * x * x / 4 : Math.Log(1 + x);

    private readonly record struct Cubic(double From, double Start, double First, double Second, double Third);
}
