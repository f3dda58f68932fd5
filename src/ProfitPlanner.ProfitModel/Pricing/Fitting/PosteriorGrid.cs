namespace ProfitPlanner.ProfitModel.Pricing.Fitting;

/// <summary>
/// One half (slopes below, or above 0) of the posterior of a scaled logit line, on a grid that Laplace's approximation
/// lays: along the axes of its covariance, in steps of a sixth of a standard deviation, as far as there is any mass.
/// The grid runs in level and ln |drop|, in which the density falls off smoothly on all sides, so that plain sums
/// converge geometrically (Trefethen &amp; Weideman 2014).
/// </summary>
internal sealed class PosteriorGrid
{
    private const double Step = 1.0 / 6;
    // Nodes with less than e^−30 of the highest density have no say.
    private const double Depth = 30;
    private const int MaximalReach = 5000;

    private readonly PriceCell[] cells;
    private readonly double sign;
    private readonly double mode0, mode1;
    private readonly double axis11, axis01, axis00;
    private readonly List<(int I, int J)> places = [];
    private readonly List<double> masses = [];

    private PosteriorGrid(PriceCell[] cells, double sign)
    {
        (this.cells, this.sign) = (cells, sign);
        ((mode0, mode1), var h00, var h01, var h11) = Mode();
        // Columns of the covariance's triangular root: log-drop first, then level given log-drop.
        var determinant = h00 * h11 - h01 * h01;
        axis11 = Math.Sqrt(h00 / determinant);
        axis01 = -h01 / determinant / axis11;
        axis00 = 1 / Math.Sqrt(h00);
        var top = LogDensity(mode0, mode1);
        var start = 0;
        for (var i = 0; Row(i, ref start, top) && i < MaximalReach; i++)
        {
        }

        start = 0;
        for (var i = -1; Row(i, ref start, top) && i > -MaximalReach; i--)
        {
        }

        var total = masses.Sum();
        LogEvidence = top + Math.Log(total * Step * Step * axis11 * axis00);
        double sum = 0;
        for (var i = 0; i < masses.Count; i++)
        {
            sum += masses[i] / total;
            masses[i] = sum;
        }
    }

    /// <summary>Logarithm of the integral of likelihood and prior over this half.</summary>
    public double LogEvidence { get; }

    public static PosteriorGrid Of(PriceCell[] cells, int sign) => new(cells, sign);

    public FitParameter Moments(Func<double, double, double> of)
    {
        var mean = Expectation(of);
        return new(mean, Math.Sqrt(Expectation((level, drop) => (of(level, drop) - mean) * (of(level, drop) - mean))));
    }

    public double Covariance(Func<double, double, double> one, Func<double, double, double> other)
    {
        double first = Expectation(one), second = Expectation(other);
        return Expectation((level, drop) => (one(level, drop) - first) * (other(level, drop) - second));
    }

    public Interval Quantiles(Func<double, double, double> of, double lower, double upper)
    {
        var values = new double[places.Count];
        var weights = new double[places.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var (level, drop) = At(places[i].I, places[i].J);
            (values[i], weights[i]) = (of(level, drop), Weight(i));
        }

        Array.Sort(values, weights);
        return new(Quantile(values, weights, lower), Quantile(values, weights, upper));
    }

    /// <summary>A node by its mass, then a place within its cell: what is left of the first number is uniform too.</summary>
    public (double Level, double Drop) Draw(double first, double second)
    {
        var index = masses.BinarySearch(first);
        index = Math.Min(index < 0 ? ~index : index + 1, masses.Count - 1);
        var inside = Math.Clamp(1 - (masses[index] - first) / Weight(index), 0, 1);
        return At(places[index].I + inside - 0.5, places[index].J + second - 0.5);
    }

    private static double Quantile(double[] values, double[] weights, double share)
    {
        double sum = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if ((sum += weights[i]) >= share)
                return values[i];
        }

        return values[^1];
    }

    private static double LogStudent(double value, double scale) => -4 * Math.Log(1 + value * value / (7 * scale * scale));

    private double Expectation(Func<double, double, double> of)
    {
        double sum = 0;
        for (var i = 0; i < places.Count; i++)
        {
            var (level, drop) = At(places[i].I, places[i].J);
            sum += Weight(i) * of(level, drop);
        }

        return sum;
    }

    private double Weight(int index) => index == 0 ? masses[0] : masses[index] - masses[index - 1];

    private (double Level, double Drop) At(double i, double j)
    {
        var (level, logDrop) = Place(i, j);
        return (level, sign * Math.Exp(logDrop));
    }

    private (double Level, double LogDrop) Place(double i, double j) =>
        (mode0 + Step * (axis01 * i + axis00 * j), mode1 + Step * axis11 * i);

    /// <summary>Adds a row of nodes around its highest, which lies near that of the row before; false without mass.</summary>
    private bool Row(int i, ref int start, double top)
    {
        double Relative(int j)
        {
            var (level, logDrop) = Place(i, j);
            return LogDensity(level, logDrop) - top;
        }

        var highest = Relative(start);
        for (var way = -1; way <= 1; way += 2)
        {
            for (double next; (next = Relative(start + way)) > highest; highest = next)
                start += way;
        }

        if (highest < -Depth)
            return false;
        Add(i, start, highest);
        for (var way = -1; way <= 1; way += 2)
        {
            double value;
            for (var j = start + way; (value = Relative(j)) >= -Depth; j += way)
                Add(i, j, value);
        }

        return true;
    }

    private void Add(int i, int j, double relative)
    {
        places.Add((i, j));
        masses.Add(Math.Exp(relative));
    }

    private double LogDensity(double level, double logDrop)
    {
        var drop = sign * Math.Exp(logDrop);
        // The last term is the density's change of variable from drop to its logarithm.
        var sum = LogStudent(level, 10) + LogStudent(drop, 2.5) + logDrop;
        foreach (var cell in cells)
            sum += LogitLink.Instance.LogLikelihood(level + drop * cell.X, cell.Bought, cell.Offered - cell.Bought);
        return sum;
    }

    /// <summary>The highest density by Newton's method, damped where the density is not concave, with its curvature.</summary>
    private ((double Level, double LogDrop), double H00, double H01, double H11) Mode()
    {
        double bought = cells.Sum(c => c.Bought), offered = cells.Sum(c => c.Offered);
        double level = LogitLink.Instance.Eta((bought + 0.5) / (offered + 1)), logDrop = 0, damping = 0;
        var value = LogDensity(level, logDrop);
        for (var step = 0; ; step++)
        {
            var (g0, g1, h00, h01, h11) = Slopes(level, logDrop);
            // Curvature of the right sign in both directions, or damping that makes it so.
            double d00, d11, determinant;
            for (; ; damping = Math.Max(2 * damping, 1e-3))
            {
                (d00, d11) = (h00 + damping, h11 + damping);
                determinant = d00 * d11 - h01 * h01;
                if (d00 > 0 && determinant > 1e-9 * d00 * d11)
                    break;
            }

            double s0 = (g0 * d11 - g1 * h01) / determinant, s1 = (g1 * d00 - g0 * h01) / determinant;
            // The mode only lays the grid: it need not be exact.
            if (step == 200 || g0 * s0 + g1 * s1 < 1e-8)
                return ((level, logDrop), d00, h01, d11);
            var next = LogDensity(level + s0, logDrop + s1);
            if (Math.Abs(s1) < 2 && next >= value)
                (level, logDrop, value, damping) = (level + s0, logDrop + s1, next, damping / 8 < 1e-6 ? 0 : damping / 8);
            else
                damping = Math.Max(4 * damping, 1e-2);
        }
    }

    /// <summary>Gradient of the log-density, and its negative second derivatives, by level and ln |drop|.</summary>
    private (double G0, double G1, double H00, double H01, double H11) Slopes(double level, double logDrop)
    {
        var drop = sign * Math.Exp(logDrop);
        var (g0, h00) = LogStudentSlopes(level, 10);
        var (byDrop, h11) = LogStudentSlopes(drop, 2.5);
        double h01 = 0;
        foreach (var cell in cells)
        {
            var (first, second) = LogitLink.Instance.Derivatives(level + drop * cell.X, cell.Bought, cell.Offered - cell.Bought);
            g0 += first;
            byDrop += first * cell.X;
            h00 -= second;
            h01 -= second * cell.X;
            h11 -= second * cell.X * cell.X;
        }

        return (g0, byDrop * drop + 1, h00, h01 * drop, h11 * drop * drop - byDrop * drop);
    }

    private static (double First, double Curvature) LogStudentSlopes(double value, double scale)
    {
        double square = 7 * scale * scale, sum = square + value * value;
        return (-8 * value / sum, 8 * (square - value * value) / (sum * sum));
    }
}
