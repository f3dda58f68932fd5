namespace ProfitPlanner.ProfitModel.Pricing.Fitting;

internal sealed class LogLink : Link
{
    public override bool LogPrice => true;

    public override double Ceiling => 0;

    public override double Conversion(double eta) => Math.Min(1, Math.Exp(eta));

    public override double Eta(double conversion) => Math.Log(conversion);

    public override double LogLikelihood(double eta, double bought, double missed) =>
        bought * eta + (missed == 0 ? 0 : eta < 0 ? missed * Math.Log(1 - Math.Exp(eta)) : double.NegativeInfinity);

    public override (double First, double Second) Derivatives(double eta, double bought, double missed)
    {
        if (missed == 0)
            return (bought, 0);
        var share = Math.Exp(eta);
        var odds = share / (1 - share);
        return (bought - missed * odds, -missed * odds / (1 - share));
    }
}
