using ProfitPlanner.ProfitModel.Pricing;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Pricing;

/// <summary>A demand curve's numbers as they stand in fields.</summary>
internal static class DemandFields
{
    /// <summary>Of a curve of another kind nothing: its numbers mean something else.</summary>
    public static string Text(PriceDemand? demand, string kind, string field) => (demand, field) switch
    {
        ({ } other, _) when DemandKinds.Of(other) != kind => field == "ceiling" ? "100%" : "",
        (LinearDemand d, "intercept") => Format.Field(d.Intercept),
        (LinearDemand d, "slope") => Format.Field(d.Slope),
        (LogitDemand d, "intercept") => Format.Field(d.Intercept),
        (LogitDemand d, "slope") => Format.Field(d.Slope),
        (LogitDemand d, "ceiling") => Format.ShareField(d.Ceiling),
        (ConstantElasticityDemand d, "scale") => Format.Field(d.Scale),
        (ConstantElasticityDemand d, "elasticity") => Format.Field(d.Elasticity),
        (LognormalDemand d, "mu") => Format.Field(d.Mu),
        (LognormalDemand d, "sigma") => Format.Field(d.Sigma),
        (LognormalDemand d, "ceiling") => Format.ShareField(d.Ceiling),
        (_, "ceiling") => "100%",
        _ => "",
    };
}
