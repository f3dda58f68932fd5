namespace ProfitPlanner.ProfitModel.Pricing;

/// <summary>Lambert's W of a logarithm, since the number itself overflows from e⁷⁰⁹ on.</summary>
internal static class LambertW
{
    // Newton doubles the digits each time; four are enough from these starts, and rounding may cost one or two more.
    private const int MostSteps = 10;

    /// <summary>
    /// W₀(e^z), the w above 0 with w + ln w = z [1]. Error below 10⁻¹⁵ · max(1, |z|), relative to 1 + w.
    /// Source: docs/modelling/pricing.md, "Logit".
    /// </summary>
    public static double OfExp(double z)
    {
        var w = z < 1 ? Math.Exp(z) / (1 + Math.Exp(z)) : z - Math.Log(z);
        for (var step = 0; step < MostSteps && w > 0; step++)
        {
            var before = w;
            w *= (1 + z - Math.Log(w)) / (1 + w);
            if (Math.Abs(w - before) <= 1e-16 * w)
                break;
        }
        return w;
    }
}
