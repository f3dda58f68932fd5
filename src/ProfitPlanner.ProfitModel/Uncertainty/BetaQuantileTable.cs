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
        var quantile = new BetaQuantile(shape);
        var x = shape.Quantile(0.5);
        var (value, slope) = Value(0.5);
        for (var bin = Bins - 1; bin >= 0; bin--)
        {
            var (from, to) = (Knot(bin), Knot(bin + 1));
            var (endValue, endSlope) = (value, slope);
            x = quantile.From(x, to, from);
            (value, slope) = Value(from);
            var width = to - from;
            var chord = (endValue - value) / width;
            cubics[bin] = new Cubic(
                from, value, slope, (3 * chord - 2 * slope - endSlope) / width, (slope + endSlope - 2 * chord) / (width * width));
        }
        return cubics;

        (double Value, double Slope) Value(double probability)
        {
            var growth = x > 0 ? quantile.Growth(x, probability) : double.PositiveInfinity;
            return (offset + scale * x, scale * x / (probability * growth));
        }
    }

    private readonly record struct Cubic(double From, double Start, double First, double Second, double Third);
}
