namespace ProfitPlanner.Application.Transcripts.Reading;

/// <summary>What somebody wrote in a chat, as time, speaker and text.</summary>
internal sealed class ChatRows(FileReading reading) : RowReader
{
    public static IReadOnlyList<ReadColumn> Columns { get; } =
        [new("time", ColumnRole.Time), new("speaker", ColumnRole.Speaker), new("text", ColumnRole.Text)];

    public override RowReading Read(ReadOnlySpan<byte> record)
    {
        if (FileEncodings.Decode(reading.Encoding, record) is not { } text)
            return RowReading.Refused(RecordProblem.WrongEncoding);
        // A time without a day says when, not which day: it is no time to store.
        return ChatLine.Of(text, reading.IsTimed) is { } line
            ? new RowReading([[line.Time?.Length > 8 ? line.Time : null, line.Speaker, line.Text]])
            : RowReading.Refused(RecordProblem.NoSpeaker);
    }
}
