using MathNet.Numerics;

namespace ProfitPlanner.ProfitModel.Pricing.Fitting;

internal sealed class ProbitLink : Link
{
    private const double FarTail = -35;
    private static readonly double LogRootTwoPi = Math.Log(2 * Math.PI) / 2;

    public override bool LogPrice => true;

    public override double Conversion(double eta) => SpecialFunctions.Erfc(-eta / Math.Sqrt(2)) / 2;

    public override double Eta(double conversion) => -Math.Sqrt(2) * SpecialFunctions.ErfcInv(2 * conversion);

    public override double LogLikelihood(double eta, double bought, double missed) =>
        (bought == 0 ? 0 : bought * LogConversion(eta)) + (missed == 0 ? 0 : missed * LogConversion(-eta));

    public override (double First, double Second) Derivatives(double eta, double bought, double missed)
    {
        double up = Hazard(eta), down = Hazard(-eta);
        return (bought * up - missed * down, -bought * up * (up + eta) - missed * down * (down - eta));
    }

    private double LogConversion(double eta)
    {
        if (eta > FarTail)
            return Math.Log(Conversion(eta));
        // Φ underflows: its asymptotic series, exact to 1e-12 here (Abramowitz & Stegun 26.2.12).
        var s = 1 / (eta * eta);
        return -eta * eta / 2 - Math.Log(-eta) - LogRootTwoPi + Math.Log(1 - s * (1 - 3 * s * (1 - 5 * s * (1 - 7 * s))));
    }

    /// <summary>φ(η) / Φ(η).</summary>
    private double Hazard(double eta) => Math.Exp(-eta * eta / 2 - LogRootTwoPi - LogConversion(eta));
}
