namespace ProfitPlanner.ProfitModel.Pricing.Fitting;

/// <summary>The line η = Level + Slope·x of greatest likelihood, and the information (negative second derivatives) there.</summary>
internal readonly record struct LineMaximum(
    double Level, double Slope, double LogLikelihood, double LevelLevel, double LevelSlope, double SlopeSlope)
{
    private const int MaximalSteps = 200;

    public double Determinant => LevelLevel * SlopeSlope - LevelSlope * LevelSlope;

    /// <summary>
    /// The line of greatest likelihood where the conversion is held at 0 and 1 beyond its <see cref="Link.Floor"/> and
    /// <see cref="Link.Ceiling"/>. Cells beyond have no say in the line. Which ones lie beyond is tried out: only
    /// leading cells where everybody, and trailing ones where nobody bought can. As the held log-likelihood is
    /// concave too, the one choice that agrees with its own line is the maximum; where none agrees, the maximum
    /// touches an end in a cell.
    /// </summary>
    public static LineMaximum? Held(Link link, ReadOnlySpan<PriceCell> cells)
    {
        int leading = 0, trailing = 0;
        while (double.IsFinite(link.Ceiling) && cells[leading].Everybody)
            leading++;
        while (double.IsFinite(link.Floor) && cells[^(trailing + 1)].Nobody)
            trailing++;
        for (var high = 0; high <= leading; high++)
        {
            for (var low = 0; low <= trailing; low++)
            {
                if (cells.Length - high - low >= 2 &&
                    Of(link, cells[high..^low]) is { } line && line.Agrees(link, cells, high, low))
                    return line;
            }
        }

        return null;
    }

    /// <summary>The maximum by Newton's method with step halving; nothing where there is none.</summary>
    private static LineMaximum? Of(Link link, ReadOnlySpan<PriceCell> cells)
    {
        double offered = 0, bought = 0;
        foreach (var cell in cells)
        {
            offered += cell.Offered;
            bought += cell.Bought;
        }

        // Without variation there is no maximum. A flat line is possible under every link.
        if (bought == 0 || bought == offered)
            return null;
        double level = link.Eta(bought / offered), slope = 0, value = Sum(link, cells, level, slope);
        for (var step = 0; step < MaximalSteps; step++)
        {
            double g0 = 0, g1 = 0, h00 = 0, h01 = 0, h11 = 0;
            foreach (var cell in cells)
            {
                var (first, second) = link.Derivatives(level + slope * cell.X, cell.Bought, cell.Offered - cell.Bought);
                g0 += first;
                g1 += first * cell.X;
                h00 -= second;
                h01 -= second * cell.X;
                h11 -= second * cell.X * cell.X;
            }

            var determinant = h00 * h11 - h01 * h01;
            if (!(determinant > 1e-13 * h00 * h11))
                return null;
            double s0 = (g0 * h11 - g1 * h01) / determinant, s1 = (g1 * h00 - g0 * h01) / determinant;
            // The gain that Newton's model promises: below rounding of the log-likelihood the search ends.
            var gain = g0 * s0 + g1 * s1;
            if (gain <= 1e-20 * (1 + Math.Abs(value)))
                return new(level, slope, value, h00, h01, h11);
            var length = 1.0;
            double next;
            while (!((next = Sum(link, cells, level + length * s0, slope + length * s1)) >= value - 1e-13 * Math.Abs(value)))
            {
                if ((length /= 2) < 1e-12)
                    return null;
            }

            (level, slope, value) = (level + length * s0, slope + length * s1, next);
        }

        return null;
    }

    private static double Sum(Link link, ReadOnlySpan<PriceCell> cells, double level, double slope)
    {
        double sum = 0;
        foreach (var cell in cells)
            sum += link.LogLikelihood(level + slope * cell.X, cell.Bought, cell.Offered - cell.Bought);
        return sum;
    }

    private bool Agrees(Link link, ReadOnlySpan<PriceCell> cells, int high, int low)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            var eta = Level + Slope * cells[i].X;
            if (i < high ? eta < link.Ceiling : eta >= link.Ceiling)
                return false;
            if (i >= cells.Length - low ? eta > link.Floor : eta <= link.Floor)
                return false;
        }

        return true;
    }
}
