using System.Text.RegularExpressions;

namespace ProfitPlanner.Application.Demand.Words;

/// <summary>What a customer wrote, as those read it who know no placeholders.</summary>
internal static partial class TurnText
{
    /// <summary>With what a placeholder stands for in its place: <c>[name 1]</c> reads 'name', as if somebody had said so.</summary>
    public static string Spoken(string text) => Placeholder().Replace(text, "$1");

    /// <summary>Without placeholders, which are of no language and please nobody.</summary>
    public static string Own(string text) => Placeholder().Replace(text, " ");

    /// <summary>Words in lower case; a run of Chinese, Japanese or Korean characters is one.</summary>
    public static IEnumerable<string> Words(string text) => Word().Matches(text).Select(word => word.Value.ToLowerInvariant().Replace('’', '\''));

    /// <summary>Whether a text is of characters that are written without blanks between words.</summary>
    public static bool IsUnspaced(string word) => word.Any(IsUnspaced);

    /// <summary>Chinese or Japanese: each character counts as half a word.</summary>
    public static bool IsUnspaced(char character) => character is >= '\u3040' and <= '\u30ff' or >= '\u3400' and <= '\u9fff';

    [GeneratedRegex(@"\[(\p{L}[\p{L} _-]*) \d+\]")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*")]
    private static partial Regex Word();
}
