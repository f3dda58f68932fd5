using ProfitPlanner.ProfitModel.Pricing;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.Web.Pages.Scenarios;

namespace ProfitPlanner.Web.Pages.Pricing;

/// <summary>Reads a typed demand curve: its kind, and the kind's two numbers in fields named kind/number.</summary>
internal static class DemandForm
{
    public static (PriceDemand? Demand, IReadOnlyList<FieldProblem> Problems) Read(IFormCollection posted)
    {
        var form = new FormFields(posted);
        var kind = form.Text("kind");
        // An empty field is no zero here: no curve is without both of its numbers.
        Estimate Number(string name) => form.NumberOrNone($"{kind}/{name}") ?? form.Wrong<Estimate>($"{kind}/{name}", "NotANumber", 0);
        PriceDemand? demand = kind switch
        {
            DemandKinds.Fixed => null,
            "linear" => new LinearDemand(Number("intercept"), Number("slope")),
            "logit" => new LogitDemand(Number("intercept"), Number("slope")) { Ceiling = form.Share("logit/ceiling", whenAbsent: 1) },
            "constantElasticity" => new ConstantElasticityDemand(Number("scale"), Number("elasticity")),
            "lognormal" => new LognormalDemand(Number("mu"), Number("sigma")) { Ceiling = form.Share("lognormal/ceiling", whenAbsent: 1) },
            _ => form.Wrong<PriceDemand?>("kind", "NotAChoice", null),
        };
        return (demand, form.Problems);
    }
}
