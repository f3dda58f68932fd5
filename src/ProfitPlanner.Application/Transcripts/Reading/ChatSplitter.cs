namespace ProfitPlanner.Application.Transcripts.Reading;

/// <summary>A record is a line that names its speaker, with the lines behind it that do not.</summary>
internal sealed class ChatSplitter<TUnits>(FileReading reading) : LineSplitter<TUnits>(reading) where TUnits : ICodeUnits
{
    private readonly FileReading _reading = reading;

    protected override Found Next(ReadOnlySpan<byte> part, int begin, bool isLast)
    {
        if (!TryLine(part, begin, isLast, out var length, out var content))
            return default;
        if (IsDivider(part.Slice(begin, content)))
            return new Found(length, 0, 1, EndsBlock: _reading.HasBlocks);

        var lines = 1;
        while (begin + length < part.Length)
        {
            if (length > Longest)
                return default;
            var isWhole = TryLine(part, begin + length, isLast, out var next, out var nextContent);
            // What the line is shows once all of it is there.
            if (!isWhole)
                return default;
            var line = part.Slice(begin + length, nextContent);
            if (IsBegin(line))
                return new Found(length, content, lines);
            if (nextContent > 0)
                content = length + nextContent;
            (length, lines) = (length + next, lines + 1);
        }
        return isLast ? new Found(length, content, lines) : default;
    }

    protected override bool IsBegin(ReadOnlySpan<byte> line) =>
        (_reading.HasBlocks && IsDivider(line)) || IsStart(line);

    private bool IsStart(ReadOnlySpan<byte> line) =>
        FileEncodings.Decode(_reading.Encoding, line) is { } text && ChatLine.Of(text, _reading.IsTimed) is not null;

    private bool IsDivider(ReadOnlySpan<byte> line) =>
        line.Length == 0 || (FileEncodings.Decode(_reading.Encoding, line) is { } text && ChatLine.IsDivider(text));
}
