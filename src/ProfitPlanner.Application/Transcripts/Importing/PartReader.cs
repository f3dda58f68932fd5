using ProfitPlanner.Application.Transcripts.Reading;
using ProfitPlanner.Data.Transcripts;

namespace ProfitPlanner.Application.Transcripts.Importing;

/// <summary>Reads a part of an upload's file: records, rows, turns.</summary>
internal sealed class PartReader(Upload upload)
{
    // Of a workbook, which is read from its beginning each time.
    private const int RowsAtOnce = 100_000;

    private readonly FileReading _reading = FileReading.Of(upload.Reading);
    private readonly Resumption _from = Resumption.Of(upload.Resumption);
    private readonly List<(long Line, string Reason)> _rejected = [];
    private long _records;

    public ReadPart Read(ReadOnlyMemory<byte> content) => _reading.Layout == RecordLayout.Sheet ? ReadSheet(content) : ReadText(content.Span);

    private ReadPart ReadText(ReadOnlySpan<byte> content)
    {
        var isLast = upload.Position + content.Length >= upload.FileSize;
        var split = RecordSplitter.Of(_reading).Split(content, _from, isLast);
        var rows = RowReader.Of(_reading);
        var turns = new TurnReader(upload, _reading);
        var hasHeadings = _from.HasHeadings || !_reading.HasHeadings;
        foreach (var found in split.Records)
        {
            if (!hasHeadings)
            {
                hasHeadings = true;
                continue;
            }
            var place = _reading.Layout == RecordLayout.Chat ? found.Block : upload.Records + _records;
            _records++;
            if (found.Problem is { } problem)
                _rejected.Add((found.Line, problem));
            else
                Take(rows.Read(content.Slice(found.Begin, found.Length)), found.Line, place, turns);
        }
        return Result(turns, upload.Position + split.End, split.Then with { HasHeadings = hasHeadings && _reading.HasHeadings }, isLast && split.End == content.Length);
    }

    private ReadPart ReadSheet(ReadOnlyMemory<byte> content)
    {
        var turns = new TurnReader(upload, _reading);
        var isEnd = true;
        long line = 0;
        try
        {
            using var workbook = Workbook.Open(content);
            foreach (var (number, cells) in workbook.Rows().Skip((_reading.HasHeadings ? 1 : 0) + checked((int)upload.Records)))
            {
                if (_records == RowsAtOnce)
                {
                    isEnd = false;
                    break;
                }
                line = number;
                Take(TableRows.Fit(cells, _reading), number, upload.Records + _records, turns);
                _records++;
            }
        }
        catch (InvalidDataException)
        {
            _rejected.Add((line + 1, RecordProblem.BrokenSheet));
        }
        return Result(turns, isEnd ? upload.FileSize : 0, _from, isEnd);
    }

    private void Take(RowReading read, long line, long place, TurnReader turns)
    {
        var problem = read.Problem;
        foreach (var row in read.Rows)
        {
            // One turn of a conversation that has others may well be empty: a picture, a file.
            if (turns.Read(row, place) is { } wrong && (wrong != RecordProblem.NoText || read.Rows.Count == 1))
                problem ??= wrong;
        }
        if (problem is not null)
            _rejected.Add((line, problem));
    }

    private ReadPart Result(TurnReader turns, long position, Resumption then, bool isEnd) =>
        new(position, then, _records, isEnd, turns.Conversations, turns.Turns, _rejected);
}
