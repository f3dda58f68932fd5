namespace ProfitPlanner.Application.Transcripts.Reading;

/// <summary>How a file writes its characters as bytes.</summary>
public enum FileEncoding
{
    Utf8 = 1,
    Utf16LittleEndian,
    Utf16BigEndian,

    /// <summary>What Chinese spreadsheets write where they do not write UTF-8; GBK and GB 2312 are parts of it.</summary>
    Gb18030,

    /// <summary>What Western spreadsheets write where they do not write UTF-8.</summary>
    Windows1252,
}
