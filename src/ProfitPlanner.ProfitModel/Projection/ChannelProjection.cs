namespace ProfitPlanner.ProfitModel.Projection;

/// <summary>What a channel does over all months.</summary>
public sealed record ChannelProjection
{
    /// <summary>The channel's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The channel's name.</summary>
    public required string Name { get; init; }

    /// <summary>People reached [people].</summary>
    public required double Contacts { get; init; }

    /// <summary>Customers won [customers].</summary>
    public required double NewCustomers { get; init; }

    /// <summary>What it costs [currency].</summary>
    public required double Cost { get; init; }

    /// <summary>Cost / customers won [currency per customer]; null where none is won.</summary>
    public double? AcquisitionCost => NewCustomers > 0 ? Cost / NewCustomers : null;
}
