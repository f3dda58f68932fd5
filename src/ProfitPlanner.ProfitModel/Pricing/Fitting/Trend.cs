using MathNet.Numerics;

namespace ProfitPlanner.ProfitModel.Pricing.Fitting;

/// <summary>
/// The trend test of Cochran (1954) and Armitage (1955). It is the score test of a zero slope under every link, and
/// since the log-likelihood is concave the sign of its z is the sign of the best slope.
/// </summary>
internal readonly record struct Trend(double Z)
{
    /// <summary>Two-sided p-value [1] of no trend.</summary>
    public double P => SpecialFunctions.Erfc(Math.Abs(Z) / Math.Sqrt(2));

    /// <summary>The trend over at least two cells, in which some bought and some did not.</summary>
    public static Trend Of(ReadOnlySpan<PriceCell> cells)
    {
        double offered = 0, bought = 0, sum = 0;
        foreach (var cell in cells)
        {
            offered += cell.Offered;
            bought += cell.Bought;
            sum += cell.Offered * cell.X;
        }

        double mean = sum / offered, share = bought / offered, score = 0, spread = 0;
        foreach (var cell in cells)
        {
            score += (cell.Bought - cell.Offered * share) * (cell.X - mean);
            spread += cell.Offered * (cell.X - mean) * (cell.X - mean);
        }

        return new(score / Math.Sqrt(share * (1 - share) * spread));
    }
}
