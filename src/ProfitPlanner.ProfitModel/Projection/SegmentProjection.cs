namespace ProfitPlanner.ProfitModel.Projection;

/// <summary>A segment's part of a projection, month by month in order.</summary>
public sealed record SegmentProjection
{
    /// <summary>The segment's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The segment's name.</summary>
    public required string Name { get; init; }

    /// <summary>Customers as each month ends; of direct sales its buyers [customers].</summary>
    public required IReadOnlyList<double> Customers { get; init; }

    /// <summary>New customers, buyers included [customers].</summary>
    public required IReadOnlyList<double> NewCustomers { get; init; }

    /// <summary>Revenue, refunds taken off [currency].</summary>
    public required IReadOnlyList<double> Revenue { get; init; }

    /// <summary>Revenue − variable, retention and acquisition cost [currency].</summary>
    public required IReadOnlyList<double> Contribution { get; init; }

    /// <summary>Who came when and is left; none for direct sales.</summary>
    public required IReadOnlyList<Cohort> Cohorts { get; init; }

    /// <summary>What one customer brings and costs to win.</summary>
    public required SegmentEconomics Economics { get; init; }
}
