namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>
/// Users pay nothing, advertisers pay for views: p = impressions · fill rate · price per thousand / 1000 · share.
/// Source: docs/modelling.md, "Business models".
/// </summary>
/// <param name="ImpressionsPerUser">Places for an advertisement shown to one user [impressions per user per period], at least 0.</param>
/// <param name="FillRate">Share of the places that an advertiser takes [1], in [0, 1].</param>
/// <param name="PricePerThousand">What advertisers pay, "CPM" [currency per 1,000 impressions], at least 0.</param>
/// <param name="Share">Share of that which the founder keeps [1], in [0, 1]; the network keeps the rest.</param>
public sealed record Advertising(
    Estimate ImpressionsPerUser, Estimate FillRate, Estimate PricePerThousand, Estimate Share) : RevenueModel
{
    /// <inheritdoc/>
    public override decimal PerCustomer => ImpressionsPerUser * FillRate * PricePerThousand / 1000 * Share;

    /// <inheritdoc/>
    public override RevenueModel? At(decimal perCustomer) =>
        Quotient.Of(perCustomer * 1000, ImpressionsPerUser * FillRate * Share) is { } price ? this with { PricePerThousand = price } : null;

    internal override IEnumerable<ScenarioInput> Inputs(string path) =>
    [
        ScenarioInput.Count($"{path}/impressionsPerUser", ImpressionsPerUser),
        ScenarioInput.Share($"{path}/fillRate", FillRate),
        ScenarioInput.Money($"{path}/pricePerThousand", PricePerThousand),
        ScenarioInput.Share($"{path}/share", Share),
    ];

    internal override double PerCustomerOf(ReadOnlySpan<double> inputs) => inputs[0] * inputs[1] * inputs[2] / 1000 * inputs[3];
}
