namespace ProfitPlanner.ProfitModel.Pricing.Fitting;

internal sealed class LogitLink : Link
{
    public static readonly LogitLink Instance = new();

    public override bool LogPrice => false;

    public override double Conversion(double eta) => 1 / (1 + Math.Exp(-eta));

    public override double Eta(double conversion) => Math.Log(conversion / (1 - conversion));

    public override double LogLikelihood(double eta, double bought, double missed)
    {
        // ln(1 + e^−|η|) is what both logarithms have in common; e^|η| is never formed.
        var common = Math.Log(1 + Math.Exp(-Math.Abs(eta)));
        return bought * (Math.Min(eta, 0) - common) + missed * (Math.Min(-eta, 0) - common);
    }

    public override (double First, double Second) Derivatives(double eta, double bought, double missed)
    {
        double yes = Conversion(eta), no = Conversion(-eta);
        return (bought * no - missed * yes, -(bought + missed) * yes * no);
    }
}
