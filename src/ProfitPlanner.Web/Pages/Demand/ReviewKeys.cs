namespace ProfitPlanner.Web.Pages.Demand;

/// <summary>The key of the keyboard that stands for each place in a list: 1 to 9, 0, then letters, small and large.</summary>
internal static class ReviewKeys
{
    public const string Accept = "Enter";
    public const string None = "n";
    public const string Skip = "s";
    public const string Undo = "u";
    public const string Help = "?";

    // Without the letters of the other commands, large or small.
    private const string Keys = "1234567890abcdefghijklmopqrtvwxyzABCDEFGHIJKLMOPQRTVWXYZ";

    /// <summary>Null beyond the keys that there are.</summary>
    /// <param name="place">Counts from 0.</param>
    public static string? Of(int place) => place < Keys.Length ? Keys[place].ToString() : null;

    /// <summary>A key of one character as keyboards show it.</summary>
    public static string Shown(string key) => char.IsAsciiLetterUpper(key[0]) ? $"⇧{key}" : key.ToUpperInvariant();
}
