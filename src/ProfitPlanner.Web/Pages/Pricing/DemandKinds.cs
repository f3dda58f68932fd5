using ProfitPlanner.ProfitModel.Pricing;

namespace ProfitPlanner.Web.Pages.Pricing;

/// <summary>Kinds of demand by the names they have in a scenario's JSON; texts and fields go by them.</summary>
internal static class DemandKinds
{
    public const string Fixed = "fixed";

    /// <summary>Those whose numbers can be typed.</summary>
    public static IReadOnlyList<string> All { get; } = [Fixed, "linear", "logit", "constantElasticity", "lognormal"];

    public static string Of(PriceDemand? demand) => demand switch
    {
        null => Fixed,
        LinearDemand => "linear",
        LogitDemand => "logit",
        ConstantElasticityDemand => "constantElasticity",
        LognormalDemand => "lognormal",
        EmpiricalDemand => "empirical",
        _ => throw new ArgumentOutOfRangeException(nameof(demand), demand, "A demand curve without words."),
    };

    /// <summary>The two numbers of a kind, by their names in JSON.</summary>
    public static IReadOnlyList<string> Fields(string kind) => kind switch
    {
        "linear" or "logit" => ["intercept", "slope"],
        "constantElasticity" => ["scale", "elasticity"],
        "lognormal" => ["mu", "sigma"],
        _ => [],
    };
}
