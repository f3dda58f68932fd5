using System.Globalization;

namespace ProfitPlanner.Application.Transcripts.Reading;

/// <summary>Times as exports write them. One without a zone is taken as UTC.</summary>
internal static class Times
{
    // Seconds and milliseconds since 1970, within what can be a conversation: 1990 to 2100.
    private const long Earliest = 631_152_000;
    private const long Latest = 4_102_444_800;

    private static readonly string[] Iso = ["O", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"];

    private static readonly string[] Unambiguous =
    [
        "yyyy-M-d H:m:s", "yyyy-M-d H:m", "yyyy-M-d", "yyyy/M/d H:m:s", "yyyy/M/d H:m", "yyyy/M/d", "yyyy.M.d H:m:s", "yyyy.M.d H:m", "yyyy.M.d",
        "yyyy年M月d日 H:m:s", "yyyy年M月d日 H:m", "yyyy年M月d日H:m:s", "yyyy年M月d日H:m", "yyyy年M月d日",
        "d.M.yyyy H:m:s", "d.M.yyyy H:m", "d.M.yyyy", "d.M.yy H:m:s", "d.M.yy H:m",
        "yyyy-M-d H:m:s zzz", "yyyy-M-d H:m:s 'UTC'", "yyyy-M-d H:m:s.FFFFFFF", "d MMM yyyy H:m:s", "d MMM yyyy H:m", "d MMM yyyy", "MMM d yyyy h:m tt", "MMM d yyyy",
        "ddd d MMM yyyy H:m:s zzz", "ddd MMM d H:m:s yyyy",
    ];

    private static readonly string[] OfDay = ["", " H:m:s", " H:m", " h:m:s tt", " h:m tt"];
    private static readonly string[] MonthFirst = Slashed("M/d");
    private static readonly string[] DayFirst = Slashed("d/M");

    public static bool TryRead(string text, bool isDayFirst, out DateTimeOffset at)
    {
        text = text.Trim().Trim('"');
        at = default;
        if (text.Length is < 6 or > 40)
            return false;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return TryUnix(number, out at);
        if (DateTimeOffset.TryParseExact(text, Iso, CultureInfo.InvariantCulture, Style, out at))
            return IsSane(at);
        // '1/2/24, 10:11 a.m.' and '[2.1.24, 10:11]' are the same without their commas and points.
        var plain = text.Replace(",", "", StringComparison.Ordinal).Replace("\u202f", " ", StringComparison.Ordinal)
            .Replace("a.m.", "AM", StringComparison.OrdinalIgnoreCase).Replace("p.m.", "PM", StringComparison.OrdinalIgnoreCase);
        return (DateTimeOffset.TryParseExact(plain, Unambiguous, CultureInfo.InvariantCulture, Style, out at)
                || DateTimeOffset.TryParseExact(plain, isDayFirst ? DayFirst : MonthFirst, CultureInfo.InvariantCulture, Style, out at))
            && IsSane(at);
    }

    /// <summary>Whether only one of the two orders of day and month reads all of these.</summary>
    public static bool AreDayFirst(IEnumerable<string> samples) =>
        samples.Any(text => !TryRead(text, isDayFirst: false, out _) && TryRead(text, isDayFirst: true, out _));

    private static DateTimeStyles Style => DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowWhiteSpaces;

    private static bool TryUnix(long number, out DateTimeOffset at)
    {
        at = default;
        if (number is >= Earliest and < Latest)
            at = DateTimeOffset.FromUnixTimeSeconds(number);
        else if (number is >= Earliest * 1000 and < Latest * 1000)
            at = DateTimeOffset.FromUnixTimeMilliseconds(number);
        else
            return false;
        return true;
    }

    private static bool IsSane(DateTimeOffset at) => at.Year is >= 1990 and < 2100;

    private static string[] Slashed(string order) =>
        [.. from date in new[] { $"{order}/yyyy", $"{order}/yy", $"{order.Replace('/', '-')}-yyyy" }
            from time in OfDay
            select date + time];
}
