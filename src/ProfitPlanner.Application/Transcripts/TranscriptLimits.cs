namespace ProfitPlanner.Application.Transcripts;

/// <summary>How much an organisation may upload; section <c>Transcripts</c> of the configuration.</summary>
public sealed class TranscriptLimits
{
    /// <summary>Turns that an organisation keeps.</summary>
    public long MostTurns { get; set; } = 5_000_000;

    /// <summary>The largest file [bytes].</summary>
    public long LargestFile { get; set; } = 2L * 1024 * 1024 * 1024;

    /// <summary>The largest workbook, which cannot be read in parts [bytes].</summary>
    public long LargestWorkbook { get; set; } = ImportPart.LongestWorkbook;

    /// <summary>Uploads that have not ended.</summary>
    public int MostOpenUploads { get; set; } = 20;
}
