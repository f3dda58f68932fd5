namespace ProfitPlanner.Application.Transcripts.Reading;

/// <summary>Reads a record as rows with a cell for each column; a JSON conversation is a row for each of its turns.</summary>
internal abstract class RowReader
{
    public abstract RowReading Read(ReadOnlySpan<byte> record);

    public static RowReader Of(FileReading reading) => reading.Layout switch
    {
        RecordLayout.Lines or RecordLayout.Elements => new JsonRows(reading),
        RecordLayout.Chat => new ChatRows(reading),
        _ => new TableRows(reading),
    };
}

/// <param name="Problem">See <see cref="RecordProblem"/>; null where it was read.</param>
internal readonly record struct RowReading(IReadOnlyList<string?[]> Rows, string? Problem = null)
{
    public static RowReading Refused(string problem) => new([], problem);
}
