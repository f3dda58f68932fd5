namespace ProfitPlanner.Application.Transcripts.Recognition;

/// <summary>Why a file cannot be read at all.</summary>
public enum FileProblem
{
    Empty = 1,

    /// <summary>Neither text nor a workbook.</summary>
    NotText,

    /// <summary>A workbook of the old kind (.xls).</summary>
    OldWorkbook,

    /// <summary>Broken, or one that unpacks to too much.</summary>
    BrokenWorkbook,

    /// <summary>JSON without anything that could be a conversation.</summary>
    NoRecords,

    /// <summary>JSON whose conversations are found by what may be somebody's name or number.</summary>
    PersonalMember,

    TooLarge,
    WorkbookTooLarge,

    /// <summary>Too many uploads that have not ended.</summary>
    TooManyUploads,

    /// <summary>The organisation keeps as many turns as it may.</summary>
    NoRoom,
}
