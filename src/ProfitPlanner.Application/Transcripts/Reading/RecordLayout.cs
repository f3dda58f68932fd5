namespace ProfitPlanner.Application.Transcripts.Reading;

/// <summary>How records follow each other in a file.</summary>
internal enum RecordLayout
{
    /// <summary>Rows of a table.</summary>
    Rows = 1,

    /// <summary>A JSON object in each line.</summary>
    Lines,

    /// <summary>Elements of a JSON array, or JSON objects one after the other.</summary>
    Elements,

    /// <summary>Lines of a chat and what belongs to them.</summary>
    Chat,

    /// <summary>Rows of a workbook's first sheet.</summary>
    Sheet,
}
