using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace ProfitPlanner.Application.Review;

/// <summary>One of the twelve intents that most organisations can begin with: <c>general-intents.json</c>.</summary>
/// <param name="Key">In snake_case; what labels and models call it.</param>
/// <param name="Stands">Labels of the model that ships whose texts it stands for.</param>
public sealed record GeneralIntent(
    string Key, string Name, string NameZh, string Description, string DescriptionZh,
    IReadOnlyList<string> Examples, IReadOnlyList<string> ExamplesZh, IReadOnlyList<string> Stands)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    /// <summary>In the order in which they are offered.</summary>
    public static IReadOnlyList<GeneralIntent> All { get; } = Read();

    public static bool IsChinese(CultureInfo language) => language.TwoLetterISOLanguageName == "zh";

    private static GeneralIntent[] Read()
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream("general-intents.json")!;
        return JsonSerializer.Deserialize<GeneralIntent[]>(file, Json)!;
    }
}
