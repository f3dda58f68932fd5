using System.Text.Json.Serialization;

namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>Where profit is zero along one lever; or why nowhere.</summary>
public sealed record BreakEvenPoint
{
    [JsonConstructor]
    private BreakEvenPoint()
    {
    }

    /// <summary>The break-even [unit of the lever, or 1 for a common factor]; null where it is not reachable.</summary>
    [JsonInclude]
    public decimal? Value { get; private init; }

    /// <summary>What the equation asks for although it is not possible [as <see cref="Value"/>]; null where it gives no number.</summary>
    [JsonInclude]
    public decimal? Required { get; private init; }

    /// <summary>Why it is not reachable; null where it is.</summary>
    [JsonInclude]
    public Unreachable? Reason { get; private init; }

    /// <summary>Whether profit is zero at a value within the lever's valid range.</summary>
    public bool IsReachable => Value is not null;

    internal static BreakEvenPoint At(decimal value) => new() { Value = value };

    internal static BreakEvenPoint None(Unreachable reason, decimal? required = null) =>
        new() { Reason = reason, Required = required };
}
