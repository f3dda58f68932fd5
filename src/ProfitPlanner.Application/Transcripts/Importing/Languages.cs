using System.Globalization;

namespace ProfitPlanner.Application.Transcripts.Importing;

/// <summary>Languages as exports name them: <c>en</c>, <c>en-US</c>, <c>English</c>, <c>中文</c>.</summary>
internal static class Languages
{
    private static readonly Dictionary<string, string> ByName = Names();

    /// <returns>The ISO 639-1 code; null where it is none that is known.</returns>
    public static string? Of(string? value)
    {
        if (value is null)
            return null;
        var code = value.Split('-', '_')[0].Trim().ToLowerInvariant();
        return ByName.GetValueOrDefault(code) ?? ByName.GetValueOrDefault(value.Trim().ToLowerInvariant());
    }

    private static Dictionary<string, string> Names()
    {
        Dictionary<string, string> names = new() { ["中文"] = "zh", ["汉语"] = "zh", ["简体中文"] = "zh", ["英文"] = "en", ["英语"] = "en", ["zho"] = "zh", ["chi"] = "zh" };
        foreach (var culture in CultureInfo.GetCultures(CultureTypes.NeutralCultures).Where(culture => culture.TwoLetterISOLanguageName.Length == 2 && culture.Parent.Equals(CultureInfo.InvariantCulture)))
        {
            foreach (var name in new[] { culture.TwoLetterISOLanguageName, culture.ThreeLetterISOLanguageName, culture.EnglishName, culture.NativeName })
                names.TryAdd(name.ToLowerInvariant(), culture.TwoLetterISOLanguageName);
        }
        return names;
    }
}
