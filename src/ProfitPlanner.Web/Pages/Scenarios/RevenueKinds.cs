using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Web.Pages.Scenarios;

/// <summary>The business models by the names they have in a scenario's JSON; texts and fields go by them.</summary>
internal static class RevenueKinds
{
    public const string Subscription = "subscription";
    public const string PerUse = "perUse";
    public const string PerVolume = "perVolume";
    public const string PerCustomer = "perCustomer";
    public const string DirectSale = "directSale";
    public const string ApiService = "apiService";
    public const string Advertising = "advertising";

    public static IReadOnlyList<string> All { get; } = [Subscription, PerUse, PerVolume, PerCustomer, DirectSale, ApiService, Advertising];

    public static string Of(RevenueModel model) => model switch
    {
        ProfitModel.Scenarios.Subscription => Subscription,
        ProfitModel.Scenarios.PerUse => PerUse,
        ProfitModel.Scenarios.PerVolume => PerVolume,
        PerEndCustomer => PerCustomer,
        ProfitModel.Scenarios.DirectSale => DirectSale,
        ProfitModel.Scenarios.ApiService => ApiService,
        ProfitModel.Scenarios.Advertising => Advertising,
        _ => throw new ArgumentOutOfRangeException(nameof(model), model, "A business model without words."),
    };
}
