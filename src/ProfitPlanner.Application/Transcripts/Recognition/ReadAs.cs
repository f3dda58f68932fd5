using ProfitPlanner.Application.Transcripts.Reading;

namespace ProfitPlanner.Application.Transcripts.Recognition;

/// <summary>What an analyst says of a file that was taken for another; null is for the app to find out.</summary>
public sealed record ReadAs(FileEncoding? Encoding = null, char? Divider = null, bool? HasHeadings = null)
{
    /// <summary>Dividers there are; the last one divides nothing.</summary>
    public static IReadOnlyList<char> Dividers { get; } = [',', ';', '\t', '|', FileReading.NoDivider];
}
