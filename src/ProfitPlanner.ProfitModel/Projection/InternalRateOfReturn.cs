using MathNet.Numerics.RootFinding;

namespace ProfitPlanner.ProfitModel.Projection;

/// <summary>The rates at which flows are worth nothing. Source: docs/modelling/projection.md, "Internal rate of return".</summary>
public static class InternalRateOfReturn
{
    // Searched on ln(1 + r), from −99 % to +10,000 % a period: what lies beyond says nothing to anybody.
    private const double Lowest = -4.6051701859880914;
    private const double Highest = 4.6151205168412597;
    private const int Steps = 4_000;

    /// <summary>All rates from −0.99 to 100 per period at which <see cref="NetPresentValue.Of"/> is zero.</summary>
    /// <param name="flows">The first now, the next a period later [any unit].</param>
    public static RatesOfReturn Of(ReadOnlySpan<double> flows)
    {
        var signs = 0;
        var sign = 0;
        foreach (var flow in flows)
        {
            if (flow == 0)
                continue;
            if (sign != 0 && Math.Sign(flow) != sign)
                signs++;
            sign = Math.Sign(flow);
        }
        return new RatesOfReturn(signs == 0 ? [] : Roots(flows.ToArray(), signs), signs);
    }

    private static List<double> Roots(double[] flows, int most)
    {
        var roots = new List<double>();
        var (from, atFrom) = (Lowest, Value(flows, Lowest));
        for (var step = 1; step <= Steps && roots.Count < most; step++)
        {
            var to = Lowest + (Highest - Lowest) * step / Steps;
            var atTo = Value(flows, to);
            if (atTo == 0)
                roots.Add(to);
            else if (atFrom * atTo < 0)
                roots.Add(Brent.FindRoot(x => Value(flows, x), from, to, 1e-14, 200));
            (from, atFrom) = (to, atTo);
        }
        return [.. roots.Select(x => Math.Exp(x) - 1)];
    }

    // Divided by Σ|CF_t|/(1 + r)^t, since at a low rate the late flows would be beyond any number.
    private static double Value(double[] flows, double x)
    {
        double value = 0, size = 0;
        var largest = x >= 0 ? 0 : -x * (flows.Length - 1);
        for (var t = 0; t < flows.Length; t++)
        {
            var weight = Math.Exp(-x * t - largest);
            value += flows[t] * weight;
            size += Math.Abs(flows[t]) * weight;
        }
        return size > 0 ? value / size : 0;
    }
}
