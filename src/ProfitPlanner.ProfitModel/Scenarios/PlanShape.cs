using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ProfitPlanner.ProfitModel.Decisions;
using ProfitPlanner.ProfitModel.Projection;

namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>Which members the objects of a plan file have: those of the document, and what the plan adds or lets out.</summary>
internal static class PlanShape
{
    public const string FixedCost = "fixedCost";
    public const string Price = "price";
    public const string Id = "id";

    // The document has a default for these; in a file that people write, one that is forgotten would be a wrong answer.
    private static readonly HashSet<(Type, string)> Asked =
    [
        (typeof(Segment), "potentialCustomers"),
        (typeof(Scenarios.FixedCost), "amount"),
        (typeof(Capacity), "limit"),
        (typeof(Correlation), "rank"),
        (typeof(Channel), "reach"),
        (typeof(Channel), "conversion"),
        (typeof(RampCost), "amount"),
        (typeof(HiringCost), "monthlyCost"),
        (typeof(OneOffCost), "amount"),
        (typeof(FundingRound), "amount"),
        (typeof(PriceChange), "price"),
    ];

    public static JsonTypeInfo TypeOf(Type type) => ScenarioJson.Options.GetTypeInfo(type);

    public static IEnumerable<JsonPropertyInfo> Members(JsonTypeInfo type) =>
        type.Properties.Where(member => member.Set is not null || member.AssociatedParameter is not null);

    public static JsonPropertyInfo? Member(JsonTypeInfo type, string name) =>
        Members(type).FirstOrDefault(member => member.Name == name);

    /// <summary>The type of a member that only a plan has, and that stands for one of the document; null where there is none.</summary>
    public static Type? Shorthand(Type type, string name) => (type, name) switch
    {
        (Type scenario, FixedCost) when scenario == typeof(Scenario) => typeof(Estimate),
        (Type segment, Price) when segment == typeof(Segment) => typeof(Estimate),
        _ => null,
    };

    /// <summary>What the type's kind is told by, where it is one of several.</summary>
    public static string? Discriminator(JsonTypeInfo type)
    {
        for (var parent = type.Type.BaseType; parent is not null && parent != typeof(object); parent = parent.BaseType)
        {
            if (TypeOf(parent).PolymorphismOptions is { } options)
                return options.TypeDiscriminatorPropertyName;
        }
        return null;
    }

    /// <summary>The members that an object may have, for a message.</summary>
    public static IEnumerable<string> Names(JsonTypeInfo type) =>
    [
        .. Discriminator(type) is { } kind ? [kind] : Array.Empty<string>(),
        .. Members(type).Select(member => member.Name),
        .. type.Type == typeof(Scenario) ? [FixedCost] : type.Type == typeof(Segment) ? [Price] : Array.Empty<string>(),
    ];

    public static bool IsNullable(JsonPropertyInfo member) =>
        Nullable.GetUnderlyingType(member.PropertyType) is not null || (!member.PropertyType.IsValueType && member.IsSetNullable);

    public static bool IsAsked(JsonTypeInfo type, JsonPropertyInfo member) =>
        Asked.Contains((type.Type, member.Name))
        || (member.IsRequired && !IsNullable(member) && !IsId(member)
            && !(type.Type == typeof(Scenario) && member.Name == "period")
            && !(type.Type == typeof(Segment) && member.Name == "revenue"));

    /// <summary>Whether a text is the path of a number.</summary>
    public static bool IsPath(JsonTypeInfo type, JsonPropertyInfo member) =>
        (type.Type == typeof(Correlation) && member.PropertyType == typeof(string)) || (type.Type == typeof(PlannedExperiment) && member.Name == "input");

    public static bool IsId(JsonPropertyInfo member) => member.Name == Id && member.PropertyType == typeof(Guid);

    /// <summary>A word of an enum as it is written.</summary>
    public static string Word(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
