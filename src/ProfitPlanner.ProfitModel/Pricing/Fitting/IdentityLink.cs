namespace ProfitPlanner.ProfitModel.Pricing.Fitting;

internal sealed class IdentityLink : Link
{
    public override bool LogPrice => false;

    public override double Ceiling => 1;

    public override double Floor => 0;

    public override double Conversion(double eta) => Math.Clamp(eta, 0, 1);

    public override double Eta(double conversion) => conversion;

    public override double LogLikelihood(double eta, double bought, double missed) =>
        Part(bought, eta) + Part(missed, 1 - eta);

    public override (double First, double Second) Derivatives(double eta, double bought, double missed)
    {
        var other = 1 - eta;
        // No purchases: the logarithm of η has no part, even where η is 0.
        double up = bought == 0 ? 0 : bought / eta, down = missed == 0 ? 0 : missed / other;
        return (up - down, (bought == 0 ? 0 : -up / eta) - (missed == 0 ? 0 : down / other));
    }

    private static double Part(double count, double share) =>
        count == 0 ? 0 : share > 0 ? count * Math.Log(share) : double.NegativeInfinity;
}
