using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Decisions;

/// <summary>A number that could be found out before the decision, and what that is worth.</summary>
public sealed record WorthFinding
{
    /// <summary>What it is worth to know it.</summary>
    public required InputValue Value { get; init; }

    /// <summary>Where it comes from today; null where nobody says.</summary>
    public required Provenance? Source { get; init; }

    /// <summary>How it could be found out.</summary>
    public required WayToFindOut Way { get; init; }

    /// <summary>Answers that bring about four fifths of what certainty would [1]; null of what is no share, or worth nothing.</summary>
    public required int? Sample { get; init; }

    /// <summary>What those answers are worth [currency per period]; null without them.</summary>
    public double? SampleValue => Sample is { } size ? Value.SampleInformation(size) : null;
}
