using ProfitPlanner.ProfitModel.Pricing;
using ProfitPlanner.ProfitModel.Projection;

namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>A group of customers who pay the same and cost the same.</summary>
public sealed record Segment
{
    /// <summary>Tells segments apart when they are renamed or moved.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who they are [1 to 200 characters].</summary>
    public required string Name { get; init; }

    /// <summary>Nᵢ, how many could buy [customers], 0 to 10¹⁰; a fraction is an expectation.</summary>
    public Estimate PotentialCustomers { get; init; }

    /// <summary>αᵢ, the share of them who do [1], in [0, 1]; passed over where there is a demand curve.</summary>
    public Estimate Conversion { get; init; }

    /// <summary>How αᵢ follows the price; null where it does not.</summary>
    public PriceDemand? Demand { get; init; }

    /// <summary>How one of them pays; gives pᵢ.</summary>
    public required RevenueModel Revenue { get; init; }

    /// <summary>C_v,i [currency per customer per period], at least 0; null takes the scenario's.</summary>
    public Estimate? VariableCost { get; init; }

    /// <summary>C_m,i [currency per customer per period], at least 0; null takes the scenario's.</summary>
    public Estimate? RetentionCost { get; init; }

    /// <summary>Which prices the founder would consider; null where any.</summary>
    public PriceRange? PriceRange { get; init; }

    /// <summary>What becomes of its customers over time; null where they stay.</summary>
    public Lifecycle? Lifecycle { get; init; }

    /// <summary>αᵢ at today's price [1]: the demand curve's, or else the conversion.</summary>
    internal decimal ConversionAt(decimal revenuePerCustomer) =>
        Demand is null ? Conversion : (decimal)Demand.ConversionAt((double)revenuePerCustomer);
}
