namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>A limit to how many customers can be served, shared by segments; each customer takes up one place.</summary>
public sealed record Capacity
{
    /// <summary>Tells limits apart when they are renamed or moved.</summary>
    public required Guid Id { get; init; }

    /// <summary>What is scarce [1 to 200 characters].</summary>
    public required string Name { get; init; }

    /// <summary>How many customers it is enough for [customers], at least 0.</summary>
    public decimal Limit { get; init; }

    /// <summary>Ids of the segments that share it; none means all. An id without a segment is passed over.</summary>
    public IReadOnlyList<Guid> Segments { get; init; } = [];
}
