using MathNet.Numerics.Distributions;

namespace ProfitPlanner.ProfitModel.Pricing.Fitting;

/// <summary>Wilson's score interval of a share (1927).</summary>
public static class Wilson
{
    /// <summary>Interval [1] of <paramref name="hits"/> of <paramref name="count"/> > 0 at a confidence in (0, 1).</summary>
    public static Interval Of(double hits, double count, double confidence)
    {
        var z = TwoSidedQuantile(confidence);
        var share = hits / count;
        var shrink = 1 + z * z / count;
        var centre = (share + z * z / (2 * count)) / shrink;
        var half = z / shrink * Math.Sqrt(share * (1 - share) / count + z * z / (4 * count * count));
        // At 0 and at 1 the ends are exact, and rounding must not leave a sliver.
        return new(hits == 0 ? 0 : Math.Max(0, centre - half), hits == count ? 1 : Math.Min(1, centre + half));
    }

    /// <summary>z [1] with a mass of <paramref name="confidence"/> between −z and z.</summary>
    public static double TwoSidedQuantile(double confidence) => Normal.InvCDF(0, 1, (1 + Confidence(confidence)) / 2);

    private static double Confidence(double confidence) =>
        confidence is > 0 and < 1
            ? confidence
            : throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "A confidence is between 0 and 1.");
}
