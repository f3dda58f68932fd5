using System.Text.Json.Serialization;

namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>
/// How a segment pays. Whatever the business model, the profit model needs one number of it: pᵢ. The set is closed:
/// what it takes to be one is internal.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Subscription), "subscription")]
[JsonDerivedType(typeof(PerUse), "perUse")]
[JsonDerivedType(typeof(PerVolume), "perVolume")]
[JsonDerivedType(typeof(PerEndCustomer), "perCustomer")]
[JsonDerivedType(typeof(DirectSale), "directSale")]
[JsonDerivedType(typeof(ApiService), "apiService")]
[JsonDerivedType(typeof(Advertising), "advertising")]
public abstract record RevenueModel
{
    /// <summary>pᵢ, the revenue per customer [currency per customer per period]; not rounded.</summary>
    public abstract decimal PerCustomer { get; }

    /// <summary>What is wrong with the numbers of this model, which stand at <paramref name="path"/>.</summary>
    internal abstract IEnumerable<ScenarioProblem> Problems(string path);
}
