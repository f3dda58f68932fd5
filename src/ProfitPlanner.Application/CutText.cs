namespace ProfitPlanner.Application;

internal static class CutText
{
    /// <summary>The beginning of a text, never up to between the halves of a surrogate pair.</summary>
    /// <param name="longest">[characters]</param>
    public static string CutTo(this string text, int longest) =>
        text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
}
