using System.Text.Json;
using System.Text.Json.Serialization;

namespace ProfitPlanner.Web.Charts;

/// <summary>A picture: a title that states its finding, the numbers to draw, and the same numbers as a table.</summary>
/// <param name="Id">Unique on the page.</param>
/// <param name="Drawing">What Assets/charts.ts draws.</param>
public sealed record Chart(string Id, string Title, Drawing Drawing, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public string DrawingJson => JsonSerializer.Serialize(Drawing, Json);
}
