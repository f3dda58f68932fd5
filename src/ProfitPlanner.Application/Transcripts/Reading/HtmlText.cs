using System.Net;
using System.Text;

namespace ProfitPlanner.Application.Transcripts.Reading;

/// <summary>The words of a piece of HTML, as some exports keep what was said.</summary>
internal static class HtmlText
{
    private static readonly string[] Breaks = ["br", "p", "/p", "div", "/div", "li", "tr", "h1", "h2", "h3"];

    public static string Strip(string html)
    {
        if (!html.Contains('<', StringComparison.Ordinal))
            return Decoded(html);
        var text = new StringBuilder(html.Length);
        for (var at = 0; at < html.Length; at++)
        {
            if (html[at] != '<' || !IsTag(html, at))
            {
                text.Append(html[at]);
                continue;
            }
            var end = html.IndexOf('>', at);
            if (end < 0)
                break;
            var name = Name(html.AsSpan(at + 1, end - at - 1));
            if (Breaks.Contains(name, StringComparer.OrdinalIgnoreCase) && text.Length > 0 && text[^1] != '\n')
                text.Append('\n');
            at = end;
            if (name.Equals("script", StringComparison.OrdinalIgnoreCase) || name.Equals("style", StringComparison.OrdinalIgnoreCase))
                at = html.IndexOf("</" + name, end, StringComparison.OrdinalIgnoreCase) is var close && close < 0 ? html.Length : html.IndexOf('>', close) is var closed && closed < 0 ? html.Length : closed;
        }
        return Decoded(text.ToString());
    }

    // A NUL can be written out.
    private static string Decoded(string text) => FileEncodings.WithoutNul(WebUtility.HtmlDecode(text)).Trim();

    // '<' of a sentence ('a < b') is none.
    private static bool IsTag(string html, int at) => at + 1 < html.Length && (char.IsAsciiLetter(html[at + 1]) || html[at + 1] is '/' or '!');

    private static string Name(ReadOnlySpan<char> tag)
    {
        var end = tag[1..].IndexOfAnyExceptInRange('0', 'z');
        return (end < 0 ? tag : tag[..(end + 1)]).TrimEnd('/').ToString();
    }
}
