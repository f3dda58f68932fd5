using System.Text.RegularExpressions;

namespace ProfitPlanner.Application.Transcripts.Reading;

/// <summary>
/// A line of a chat: <c>[2024-01-02 10:11] Anna: text</c>, <c>1/2/24, 10:11 AM - Anna: text</c> or <c>Customer: text</c>.
/// A line with a time and nobody is the system's own.
/// </summary>
internal sealed partial record ChatLine(string? Time, string Speaker, string Text)
{
    /// <summary>Speaker of a line that names nobody.</summary>
    public const string System = "system";

    /// <param name="isTimed">Only what begins with a time is a line of its own.</param>
    /// <returns>Null where the line belongs to the one before it.</returns>
    public static ChatLine? Of(string line, bool isTimed)
    {
        // Chat apps mark the writing direction.
        line = line.Trim().Trim('\u200e', '\u200f', '\u202a', '\u202c');
        if (Timed().Match(line) is { Success: true } timed)
        {
            var named = Named().Match(timed.Groups["rest"].Value);
            return named.Success
                ? new ChatLine(timed.Groups["time"].Value, named.Groups["speaker"].Value.Trim(), named.Groups["text"].Value.Trim())
                : new ChatLine(timed.Groups["time"].Value, System, timed.Groups["rest"].Value.Trim());
        }
        if (isTimed || Named().Match(line) is not { Success: true } untimed || untimed.Groups["text"].Value.StartsWith("//", StringComparison.Ordinal))
            return null;
        return new ChatLine(null, untimed.Groups["speaker"].Value.Trim(), untimed.Groups["text"].Value.Trim());
    }

    /// <summary>Blank, or of nothing but a line that divides.</summary>
    public static bool IsDivider(string line) => Divider().IsMatch(line);

    [GeneratedRegex(@"^\[?(?<time>(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})[T,\s]\s*\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,6})?(?:Z|\s?[AaPp]\.?[Mm]\.?)?|\d{1,2}:\d{2}(?::\d{2})?)\]?\s*(?:[-–]\s+)?(?<rest>.*)$", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Timed();

    [GeneratedRegex(@"^(?<speaker>[\p{L}\p{N}~+@(][^:：\[\]<>{}|;\t""=]{0,59}?)\s*[:：](?!\d)(?<text>.*)$", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    [GeneratedRegex(@"^[\s\-=_*#~]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Divider();
}
