namespace ProfitPlanner.Application.Transcripts.Reading;

/// <summary>
/// Elements of the array at the end of a way of members, or of the text itself where the way is empty: by depth, so that
/// nothing is decoded. Records are counted, not lines: a whole export may stand in one.
/// </summary>
internal sealed class JsonSplitter<TUnits>(FileReading reading) : RecordSplitter where TUnits : ICodeUnits
{
    private readonly byte[][] _way = [.. reading.ArrayPath.Select(name => FileEncodings.Of(reading.Encoding).GetBytes(name))];

    public override SplitPart Split(ReadOnlySpan<byte> part, Resumption start, bool isLast)
    {
        // A mark may be cut.
        if (!start.HasBegun && part.Length < 3 && !isLast)
            return new SplitPart([], 0, start);

        var at = start.HasBegun ? 0 : FileEncodings.MarkLength(part);
        var place = start.Json;
        if (place.Phase == JsonPhase.Before && reading.IsSequence)
            place = JsonPlace.AmongRecords;
        if (place.Phase == JsonPhase.Before)
            at = FindRecords(part, at, ref place);
        var then = start with { HasBegun = start.HasBegun || at > 0, Json = place };
        return place.Phase switch
        {
            JsonPhase.Within => SplitRecords(part, at, then, isLast),
            JsonPhase.After => new SplitPart([], part.Length, then with { HasBegun = true }),
            _ => new SplitPart([], isLast ? part.Length : at, then),
        };
    }

    private SplitPart SplitRecords(ReadOnlySpan<byte> part, int at, Resumption start, bool isLast)
    {
        List<FoundRecord> records = [];
        var (place, number, isSkipping) = (start.Json, start.Line, start.IsSkipping);
        // Where the record in hand begins; -1 between two.
        var begin = isSkipping ? at : -1;
        var settled = at;
        while (at < part.Length && records.Count < MostRecords)
        {
            var unit = TUnits.Read(part, at, out var width);
            if (width == 0)
                break;
            if (begin < 0)
            {
                if (unit is ']' && _way.Length == 0 && !reading.IsSequence)
                {
                    // Exports that were put one behind the other.
                    place = new JsonPlace();
                    settled = at = FindRecords(part, at + width, ref place);
                    if (place.Phase == JsonPhase.Within)
                        continue;
                    return new SplitPart(records, isLast ? part.Length : at, start with { HasBegun = true, Line = number, Json = place, IsSkipping = false });
                }
                if (unit is ']')
                    return new SplitPart(records, part.Length, start with { HasBegun = true, Line = number, Json = new JsonPlace { Phase = JsonPhase.After }, IsSkipping = false });
                if (unit is ' ' or '\t' or '\r' or '\n' or ',' or '\0')
                {
                    settled = at += width;
                    continue;
                }
                begin = at;
            }

            // A bare value has no bracket that closes it: it ends before what follows it.
            var isEnd = place is { Depth: 0, IsInString: false } && unit is ',' or ']' && at > begin;
            if (!isEnd)
            {
                Step(ref place, unit);
                at += width;
                isEnd = place is { Depth: <= 0, IsInString: false } && unit is '}' or ']' or '"';
            }
            if (isEnd)
            {
                if (!isSkipping)
                    records.Add(new FoundRecord(begin, at - begin, number));
                (begin, isSkipping, settled, place) = (-1, false, at, JsonPlace.AmongRecords);
                number++;
            }
            else if (!isSkipping && at - begin > LongestElement)
            {
                records.Add(new FoundRecord(begin, 0, number, Problem: RecordProblem.TooLong));
                isSkipping = true;
            }
        }

        if (isSkipping)
            settled = at;
        else
            place = JsonPlace.AmongRecords;
        if (isLast && records.Count < MostRecords)
        {
            // The file ends inside it.
            if (begin >= 0 && !isSkipping)
                records.Add(new FoundRecord(begin, 0, number++, Problem: RecordProblem.NotJson));
            settled = part.Length;
        }
        return new SplitPart(records, settled, start with { HasBegun = start.HasBegun || settled > 0, Line = number, Json = place, IsSkipping = isSkipping });
    }

    // Up to the bracket behind which the first record stands.
    private int FindRecords(ReadOnlySpan<byte> part, int at, ref JsonPlace place)
    {
        while (at < part.Length)
        {
            var unit = TUnits.Read(part, at, out var width);
            if (width == 0)
                break;
            var bytes = part.Slice(at, width);
            at += width;
            if (place.IsInString)
                StepInName(ref place, unit, bytes);
            else if (StepOnWay(ref place, unit))
                break;
        }
        return at;
    }

    private void StepInName(ref JsonPlace place, int unit, ReadOnlySpan<byte> bytes)
    {
        var isName = place.ExpectsName && place.Depth == place.Entered + 1;
        if (unit == '"' && !place.IsEscaped)
        {
            place.IsOnWay = isName && place.Entered < _way.Length && place.Matched == _way[place.Entered].Length;
            place.ExpectsName &= !isName;
            place.IsInString = false;
            return;
        }
        if (isName && place.Matched >= 0)
        {
            var name = place.Entered < _way.Length ? _way[place.Entered] : [];
            place.Matched = name.AsSpan(place.Matched).StartsWith(bytes) ? place.Matched + bytes.Length : -1;
        }
        place.IsEscaped = unit == '\\' && !place.IsEscaped;
    }

    /// <returns>Whether this is the bracket.</returns>
    private bool StepOnWay(ref JsonPlace place, int unit)
    {
        switch (unit)
        {
            case '"':
                place.IsInString = true;
                place.Matched = place.ExpectsName && place.Depth == place.Entered + 1 ? 0 : -1;
                break;
            case '[' when _way.Length == 0 || (place.IsOnWay && place.Entered == _way.Length - 1):
                place = JsonPlace.AmongRecords;
                return true;
            case '{' or '[':
                var isStep = unit == '{' && (place.IsOnWay || place.Depth == 0);
                place.Entered += isStep && place.IsOnWay ? 1 : 0;
                place.Depth++;
                place.ExpectsName = isStep;
                place.IsOnWay = false;
                break;
            case '}' or ']':
                place.Depth--;
                place.Entered = Math.Min(place.Entered, Math.Max(0, place.Depth - 1));
                place.IsOnWay = false;
                break;
            case ',':
                place.ExpectsName = place.Depth == place.Entered + 1;
                place.IsOnWay = false;
                break;
        }
        return false;
    }

    private static void Step(ref JsonPlace place, int unit)
    {
        if (place.IsInString)
        {
            place.IsInString = unit != '"' || place.IsEscaped;
            place.IsEscaped = unit == '\\' && !place.IsEscaped;
            return;
        }
        place.IsInString = unit == '"';
        place.Depth += unit is '{' or '[' ? 1 : unit is '}' or ']' ? -1 : 0;
    }
}
