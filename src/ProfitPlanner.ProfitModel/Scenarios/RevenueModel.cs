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

    /// <summary>This way to pay at other prices, so that p is [currency per customer per period]; null where no price makes it so.</summary>
    /// <param name="perCustomer">The p to reach, at least 0.</param>
    public abstract RevenueModel? At(decimal perCustomer);

    /// <summary>The same where one unit of money is so many of another, but for its inputs, which are converted as inputs.</summary>
    /// <param name="rate">[other unit of money per unit of money], above 0.</param>
    internal virtual RevenueModel WithRestIn(decimal rate) => this;

    /// <summary>The numbers that may be uncertain, which stand under <paramref name="path"/>.</summary>
    internal abstract IEnumerable<ScenarioInput> Inputs(string path);

    /// <summary>p of other values of <see cref="Inputs"/>, in their order.</summary>
    internal abstract double PerCustomerOf(ReadOnlySpan<double> inputs);

    /// <summary>What is wrong beside the inputs with the numbers of this model, which stand at <paramref name="path"/>.</summary>
    internal virtual IEnumerable<ScenarioProblem> Problems(string path) => [];
}
