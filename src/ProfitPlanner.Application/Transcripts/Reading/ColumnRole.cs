namespace ProfitPlanner.Application.Transcripts.Reading;

/// <summary>What a column of a file holds.</summary>
public enum ColumnRole
{
    LeftOut,
    Conversation,
    TurnNumber,
    Time,
    Speaker,
    Text,
    Language,
    Plan,
    Region,
    CompanySize,
    Channel,

    /// <summary>Something else that is known of the customer, by the column's own name.</summary>
    Attribute,

    /// <summary>What the turn is about, as somebody has found before.</summary>
    Label,
}

internal static class ColumnRoles
{
    /// <summary>Those of which a file may have more than one column.</summary>
    public static IReadOnlyList<ColumnRole> Several { get; } = [ColumnRole.LeftOut, ColumnRole.Attribute];
}
