using System.Text.Json;

namespace ProfitPlanner.Application.Demand.Words;

/// <summary>Word lists of this assembly: JSON, in which words are divided by blanks and a '~' is a blank within one.</summary>
internal static class WordList
{
    public static T Read<T>(string resource)
    {
        using var stream = typeof(WordList).Assembly.GetManifestResourceStream(resource)!;
        return JsonSerializer.Deserialize<T>(stream, JsonSerializerOptions.Web)!;
    }

    public static IEnumerable<string> Words(string list) =>
        list.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Replace('~', ' '));
}
