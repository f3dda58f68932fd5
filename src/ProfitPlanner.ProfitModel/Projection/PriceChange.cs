using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Projection;

/// <summary>A new price from a month on. With a demand curve the conversion of channels follows it.</summary>
public sealed record PriceChange
{
    /// <summary>Tells changes apart.</summary>
    public required Guid Id { get; init; }

    /// <summary>First month of the new price [month], from 1; one change a month.</summary>
    public int Month { get; init; } = 1;

    /// <summary>The new p [currency per customer per period of the scenario], at least 0.</summary>
    public Estimate Price { get; init; }

    /// <summary>Whether those who are customers already pay it too; who paid a year in advance does so when it is over.</summary>
    public bool AppliesToExisting { get; init; }
}
