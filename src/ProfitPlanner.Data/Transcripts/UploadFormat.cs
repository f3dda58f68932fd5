namespace ProfitPlanner.Data.Transcripts;

public enum UploadFormat
{
    /// <summary>Rows of columns, whatever divides them.</summary>
    Table = 1,

    /// <summary>The first sheet of a workbook.</summary>
    Workbook,

    /// <summary>An array of objects, at the top or in a member.</summary>
    Json,

    JsonLines,

    /// <summary>Lines of somebody and what they said.</summary>
    ChatLog,

    Zendesk,
    Intercom,
    Chatwoot,
}
