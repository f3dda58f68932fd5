using System.Text.RegularExpressions;

namespace ProfitPlanner.Application.Privacy;

/// <summary>What stands for personal data in a text that was masked: <c>[name 1]</c>.</summary>
internal static partial class Placeholders
{
    /// <summary>Where they stand.</summary>
    public static IReadOnlyList<(int Start, int End)> In(string text)
    {
        if (!text.Contains('['))
            return [];
        var found = new List<(int, int)>();
        foreach (var match in Shape().EnumerateMatches(text))
            if (PersonalKind.All.Contains(text[(match.Index + 1)..text.IndexOf(' ', match.Index)]))
                found.Add((match.Index, match.Index + match.Length));
        return found;
    }

    /// <summary>The text with blanks in their place, as long as before; what is masked is no cue.</summary>
    public static string Blank(string text)
    {
        var found = In(text);
        return found.Count == 0 ? text : string.Create(text.Length, (text, found), static (blanked, source) =>
        {
            source.text.CopyTo(blanked);
            foreach (var (start, end) in source.found)
                blanked[start..end].Fill('|');
        });
    }

    [GeneratedRegex(@"\[[a-z]{2,8} [0-9]{1,9}\]")]
    private static partial Regex Shape();
}
