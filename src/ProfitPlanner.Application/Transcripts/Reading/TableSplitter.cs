namespace ProfitPlanner.Application.Transcripts.Reading;

/// <summary>
/// Rows of a table: a cell that begins with a quote may hold dividers and line ends up to its closing quote, behind
/// which a divider or a line end must stand. Where that is not so the quote was never closed: its line is an error, and
/// the next line begins a row.
/// </summary>
internal sealed class TableSplitter<TUnits>(FileReading reading) : LineSplitter<TUnits>(reading) where TUnits : ICodeUnits
{
    private readonly int _divider = reading.Divider;
    private readonly int _lineEnd = reading.LineEnd;
    private readonly int _columns = reading.Columns.Count;
    private readonly int _text = reading.IndexOf(ColumnRole.Text);

    protected override Found Next(ReadOnlySpan<byte> part, int begin, bool isLast)
    {
        var (at, content, cells, lines, second) = (begin, 0, 1, 0, 0);
        var (isQuoted, isCellBegin) = (false, true);
        while (at < part.Length)
        {
            if (at - begin > Longest)
                return isQuoted && second > 0 ? Unclosed(second - begin) : default;
            var unit = Unit(part, at, isLast, out var width);
            if (width == 0)
                return default;
            if (unit == _lineEnd)
            {
                lines++;
                if (!isQuoted)
                    return Row(at + width - begin, content, cells, lines, second - begin);
                if (second == 0)
                    second = at + width;
            }
            else if (isQuoted && unit == '"')
            {
                switch (Closing(part, at + width, isLast, out var pair))
                {
                    case Quote.Unknown:
                        return default;
                    case Quote.Closed:
                        isQuoted = false;
                        break;
                    case Quote.Pair:
                        width += pair;
                        break;
                    case Quote.Stray when second > 0:
                        return Unclosed(second - begin);
                }
            }
            else if (!isQuoted && unit == _divider)
            {
                cells++;
                isCellBegin = true;
                at += width;
                // A row of empty cells is a row.
                content = at - begin;
                continue;
            }
            else if (isCellBegin && unit == '"')
            {
                isQuoted = true;
            }
            isCellBegin = false;
            at += width;
            if (unit is not (' ' or '\t' or '\r' or '\n' or '\0'))
                content = at - begin;
        }

        if (!isLast)
            return default;
        return isQuoted
            ? Unclosed(second > 0 ? second - begin : part.Length - begin)
            : Row(part.Length - begin, content, cells, lines + 1, second - begin);
    }

    // Several lines with more cells than there are columns, or none in that of the text: a later quote was taken for the missing one.
    private Found Row(int length, int content, int cells, int lines, int second) =>
        lines > 1 && _columns > 0 && (cells > _columns || cells <= _text) ? Unclosed(second) : new Found(length, content, lines);

    private static Found Unclosed(int length) => new(length, length, 1, RecordProblem.UnclosedQuote);

    private Quote Closing(ReadOnlySpan<byte> part, int at, bool isLast, out int width)
    {
        width = 0;
        if (at == part.Length)
            return isLast ? Quote.Closed : Quote.Unknown;
        var unit = Unit(part, at, isLast, out width);
        return width == 0 ? Quote.Unknown
            : unit == '"' ? Quote.Pair
            : unit == _divider || unit == _lineEnd || unit == '\r' ? Quote.Closed
            : Quote.Stray;
    }

    private enum Quote
    {
        /// <summary>What follows is not there yet.</summary>
        Unknown,

        Closed,

        /// <summary>Written twice: a quote of the text.</summary>
        Pair,

        Stray,
    }
}
