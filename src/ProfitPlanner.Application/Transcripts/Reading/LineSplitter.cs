namespace ProfitPlanner.Application.Transcripts.Reading;

/// <summary>A record is a line; what builds records of several lines says so in <see cref="Next"/>.</summary>
internal class LineSplitter<TUnits>(FileReading reading) : RecordSplitter where TUnits : ICodeUnits
{
    private readonly int _longest = reading.Layout == RecordLayout.Lines ? LongestElement : LongestLine;

    protected int Longest => _longest;

    public sealed override SplitPart Split(ReadOnlySpan<byte> part, Resumption start, bool isLast)
    {
        List<FoundRecord> records = [];
        var at = start.HasBegun ? 0 : FileEncodings.MarkLength(part);
        var (line, block, isSkipping, isAtLine) = (start.Line, start.Block, start.IsSkipping, start.IsAtLine);
        while (at < part.Length && records.Count < MostRecords)
        {
            if (isSkipping)
            {
                var isWhole = TryLine(part, at, isLast, out var rest, out var content);
                if (isAtLine)
                {
                    // What the line is shows once all of it is there.
                    if (!isWhole && rest <= Longest)
                        break;
                    if (IsBegin(part.Slice(at, content)))
                    {
                        (isSkipping, isAtLine) = (false, false);
                        continue;
                    }
                }
                (at, isAtLine) = (at + rest, isWhole);
                if (!isWhole)
                    break;
                line++;
                continue;
            }

            var found = Next(part, at, isLast);
            if (found.Length == 0)
            {
                isSkipping = part.Length - at > Longest;
                if (!isSkipping)
                    break;
                records.Add(new FoundRecord(at, 0, line, block, RecordProblem.TooLong));
                continue;
            }
            if (found.Content > 0)
                records.Add(new FoundRecord(at, found.Content, line, block, found.Problem ?? (found.Length > Longest ? RecordProblem.TooLong : null)));
            (at, line) = (at + found.Length, line + found.Lines);
            block += found.EndsBlock ? 1 : 0;
        }
        return new SplitPart(records, at, start with { HasBegun = start.HasBegun || at > 0, Line = line, Block = block, IsSkipping = isSkipping, IsAtLine = isAtLine });
    }

    /// <summary>Whether a line ends a record that is too long.</summary>
    protected virtual bool IsBegin(ReadOnlySpan<byte> line) => true;

    /// <summary>The record that begins at a place.</summary>
    protected virtual Found Next(ReadOnlySpan<byte> part, int begin, bool isLast) =>
        TryLine(part, begin, isLast, out var length, out var content) ? new Found(length, content, 1) : default;

    /// <summary>Reads to the end of a line.</summary>
    /// <param name="length">With its end; where it has none, of all its whole characters that are there.</param>
    /// <param name="content">Without its end, and 0 where only blanks stand in it.</param>
    /// <returns>False where the line goes on behind the part.</returns>
    protected bool TryLine(ReadOnlySpan<byte> part, int begin, bool isLast, out int length, out int content)
    {
        content = 0;
        for (var at = begin; at < part.Length;)
        {
            var unit = Unit(part, at, isLast, out var width);
            if (width == 0)
            {
                length = at - begin;
                return false;
            }
            at += width;
            if (unit == reading.LineEnd)
            {
                length = at - begin;
                return true;
            }
            if (unit is not (' ' or '\t' or '\r' or '\n' or '\0'))
                content = at - begin;
        }
        length = part.Length - begin;
        return isLast;
    }

    /// <summary>The unit at a place; what is left of a broken one at the end of the file is a unit of its own.</summary>
    protected static int Unit(ReadOnlySpan<byte> part, int at, bool isLast, out int width)
    {
        var unit = TUnits.Read(part, at, out width);
        if (width > 0 || !isLast)
            return unit;
        width = part.Length - at;
        return '\uFFFD';
    }

    /// <param name="Length">With its line ends [bytes]; 0 where it is not complete.</param>
    /// <param name="Content">Without what stands behind it [bytes]; 0 where there is nothing in it.</param>
    protected readonly record struct Found(int Length, int Content, int Lines, string? Problem = null, bool EndsBlock = false);
}
