namespace ProfitPlanner.Application.Privacy;

/// <summary>What becomes of spans that overlap or stand side by side.</summary>
internal static class PersonalSpans
{
    /// <summary>Spans in their order that do not overlap, those of one kind that belong together as one.</summary>
    /// <param name="text">What they are of.</param>
    /// <param name="found">The surest first: of a place that two claim, the first gets it.</param>
    /// <param name="kept">What nothing may claim: placeholders.</param>
    public static List<PersonalSpan> Settle(string text, List<PersonalSpan> found, IReadOnlyList<(int Start, int End)> kept)
    {
        if (found.Count == 0)
            return found;
        var settled = new List<PersonalSpan>(found.Count);
        foreach (var span in found)
            Claim(settled, kept, span);
        settled.Sort(static (left, right) => left.Start.CompareTo(right.Start));
        return Join(text, settled);
    }

    private static void Claim(List<PersonalSpan> settled, IReadOnlyList<(int Start, int End)> kept, PersonalSpan span)
    {
        if (span.Start >= span.End)
            return;
        foreach (var (start, end) in kept)
            if (start < span.End && span.Start < end)
            {
                Claim(settled, kept, span with { End = Math.Min(span.End, start) });
                Claim(settled, kept, span with { Start = Math.Max(span.Start, end) });
                return;
            }
        foreach (var taken in settled)
            if (taken.Start < span.End && span.Start < taken.End)
            {
                Claim(settled, kept, span with { End = Math.Min(span.End, taken.Start) });
                Claim(settled, kept, span with { Start = Math.Max(span.Start, taken.End) });
                return;
            }
        settled.Add(span);
    }

    private static List<PersonalSpan> Join(string text, List<PersonalSpan> settled)
    {
        var joined = new List<PersonalSpan>(settled.Count);
        foreach (var span in settled)
        {
            var trimmed = Trim(text, span);
            if (trimmed.Start >= trimmed.End)
                continue;
            if (joined.Count > 0 && joined[^1] is var last && last.Kind == trimmed.Kind && AreOne(text, last, trimmed))
                joined[^1] = last with { End = trimmed.End };
            else
                joined.Add(trimmed);
        }
        return joined;
    }

    // What was cut off a span may begin with what stood between words.
    private static PersonalSpan Trim(string text, PersonalSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is ',' or '，'))
            start++;
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is ',' or '，'))
            end--;
        return span with { Start = start, End = end };
    }

    // "Crystal Minh", "6821 1st ave, san mateo": words of one value; two links are two.
    private static bool AreOne(string text, PersonalSpan left, PersonalSpan right)
    {
        if (left.Kind is PersonalKind.Url or PersonalKind.Ip or PersonalKind.Iban)
            return false;
        var gap = text.AsSpan(left.End, right.Start - left.End);
        return left.Kind == PersonalKind.Address
            ? gap.Length <= 3 && !gap.ContainsAnyExcept(" ,.\n-")
            : gap.Length <= 2 && !gap.ContainsAnyExcept(" .-");
    }
}
