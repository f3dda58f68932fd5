namespace ProfitPlanner.Application.Transcripts.Reading;

/// <summary>
/// Finds where records begin and end, in parts of a file that may break off anywhere: what is found does not depend on
/// where that is.
/// </summary>
internal abstract class RecordSplitter
{
    /// <summary>The longest line or row that is read [bytes].</summary>
    public const int LongestLine = 1024 * 1024;

    /// <summary>The longest conversation of a JSON file that is read [bytes].</summary>
    public const int LongestElement = 4 * 1024 * 1024;

    // Of one part, so that a file of tiny rows takes no more memory than another.
    protected const int MostRecords = 100_000;

    /// <param name="part">Bytes from where the part before it ended.</param>
    /// <param name="isLast">The file ends with it.</param>
    public abstract SplitPart Split(ReadOnlySpan<byte> part, Resumption start, bool isLast);

    public static RecordSplitter Of(FileReading reading) => reading.Encoding switch
    {
        FileEncoding.Utf16LittleEndian => Of<LittleEndianUnits>(reading),
        FileEncoding.Utf16BigEndian => Of<BigEndianUnits>(reading),
        FileEncoding.Gb18030 => Of<Gb18030Units>(reading),
        _ => Of<ByteUnits>(reading),
    };

    private static RecordSplitter Of<TUnits>(FileReading reading) where TUnits : ICodeUnits => reading.Layout switch
    {
        RecordLayout.Rows => new TableSplitter<TUnits>(reading),
        RecordLayout.Elements => new JsonSplitter<TUnits>(reading),
        RecordLayout.Chat => new ChatSplitter<TUnits>(reading),
        _ => new LineSplitter<TUnits>(reading),
    };
}

/// <param name="End">Where the first record begins that was not complete, counted from the part's begin [bytes].</param>
internal sealed record SplitPart(IReadOnlyList<FoundRecord> Records, int End, Resumption Then);

/// <param name="Begin">Counted from the part's begin [bytes].</param>
/// <param name="Line">See <see cref="Resumption.Line"/>.</param>
/// <param name="Block">See <see cref="Resumption.Block"/>.</param>
/// <param name="Problem">Why it cannot be read: see <see cref="RecordProblem"/>.</param>
internal readonly record struct FoundRecord(int Begin, int Length, long Line, long Block = 0, string? Problem = null);
