using ProfitPlanner.Application.Transcripts.Reading;
using ProfitPlanner.Data.Transcripts;

namespace ProfitPlanner.Application.Transcripts.Importing;

/// <summary>Names under which <see cref="Conversation.Attributes"/> keeps what is known of a customer.</summary>
internal static class AttributeNames
{
    private const int Longest = 100;

    /// <returns>Null where the column is none.</returns>
    public static string? Of(ReadColumn column) => column.Role switch
    {
        ColumnRole.Plan => "plan",
        ColumnRole.Region => "region",
        ColumnRole.CompanySize => "companySize",
        ColumnRole.Channel => "channel",
        ColumnRole.Attribute when column.Name.Length > 0 => column.Name.CutTo(Longest),
        _ => null,
    };
}
