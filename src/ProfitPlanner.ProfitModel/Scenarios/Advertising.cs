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
    decimal ImpressionsPerUser, decimal FillRate, decimal PricePerThousand, decimal Share) : RevenueModel
{
    /// <inheritdoc/>
    public override decimal PerCustomer => ImpressionsPerUser * FillRate * PricePerThousand / 1000 * Share;

    internal override IEnumerable<ScenarioProblem> Problems(string path) =>
    [
        .. Check.Quantity($"{path}/impressionsPerUser", ImpressionsPerUser),
        .. Check.Share($"{path}/fillRate", FillRate),
        .. Check.Money($"{path}/pricePerThousand", PricePerThousand),
        .. Check.Share($"{path}/share", Share),
    ];
}
