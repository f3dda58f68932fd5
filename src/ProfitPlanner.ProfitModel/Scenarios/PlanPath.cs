using System.Globalization;
using System.Text.Encodings.Web;

namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>JSON paths of a plan file.</summary>
internal static class PlanPath
{
    public const string Root = "$";

    // Enough to recognise a member by; a message stays one line whatever the file holds.
    private const int LongestMember = 60;

    public static string Entry(string path, int index) => string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");

    public static string Member(string path, string name) =>
        name.Length is > 0 and <= LongestMember && name.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '-')
            ? $"{path}.{name}"
            : $"{path}['{Quoted(name)}']";

    /// <summary>A text of the file within a message.</summary>
    public static string Quoted(string text) =>
        JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text.Length > LongestMember ? text[..LongestMember] + "…" : text);
}
