using System.Text.RegularExpressions;

namespace ProfitPlanner.Application.Demand.Words;

/// <summary>Words about price, and about going elsewhere because of it: <c>price-words.json</c>, in English and Chinese.</summary>
internal static class PriceWords
{
    private static readonly (string Name, Regex Pattern)[] All =
        [.. WordList.Read<Dictionary<string, Dictionary<string, string>>>("price-words.json").Select(word => (word.Key, PatternOf(word.Value)))];

    /// <summary>What they are called, in the order of the list.</summary>
    public static IEnumerable<string> Names => All.Select(word => word.Name);

    /// <summary>The names of those that are in a text, in the order of the list.</summary>
    public static IEnumerable<string> In(string text) => All.Where(word => word.Pattern.IsMatch(text)).Select(word => word.Name);

    private static Regex PatternOf(Dictionary<string, string> forms) => new(
        string.Join('|', forms.SelectMany(language => WordList.Words(language.Value)).Select(FormOf)),
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    // A star stands for any ending.
    private static string FormOf(string form) => TurnText.IsUnspaced(form)
        ? Regex.Escape(form)
        : $@"\b{Regex.Escape(form.TrimEnd('*'))}{(form.EndsWith('*') ? @"\w*" : "")}\b";
}
