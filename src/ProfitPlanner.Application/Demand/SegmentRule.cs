using System.Text.Json;
using System.Text.Json.Serialization;

namespace ProfitPlanner.Application.Demand;

/// <summary>Which conversations are in a segment: what <see cref="Data.Demand.DemandSegment.Rule"/> holds as JSON.</summary>
/// <param name="Set">Segments with one are looked at together.</param>
/// <param name="Place">In the set, from 0; what stands at one place goes by age.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(AttributeRule), "attribute")]
[JsonDerivedType(typeof(MixRule), "mix")]
[JsonDerivedType(typeof(DrawnRule), "drawn")]
public abstract record SegmentRule(Guid Set, int Place)
{
    /// <summary>Of all segments that are drawn by hand: they have no making in common.</summary>
    public static readonly Guid DrawnSet = Guid.Parse("00000000-0000-7000-8000-000000000001");

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // Postgres gives the members of jsonb back in an order of its own.
        AllowOutOfOrderMetadataProperties = true,
    };

    internal string Write() => JsonSerializer.Serialize(this, Json);

    /// <returns>Null where the text holds no rule, as of a segment that nobody has given one.</returns>
    internal static SegmentRule? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<SegmentRule>(json, Json);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            return null;
        }
    }
}

/// <summary>By the value of one attribute.</summary>
/// <param name="Value">Null for every other value than those in <paramref name="Except"/>.</param>
public sealed record AttributeRule(Guid Set, int Place, string Attribute, string? Value, IReadOnlyList<string> Except) : SegmentRule(Set, Place);

/// <summary>By what is asked for: a conversation is in the segment of its set under which its intents are likeliest.</summary>
/// <param name="Weight">Share [1] of the set's conversations in it, when it was found.</param>
/// <param name="Shares">Of each intent [1], when it was found.</param>
/// <param name="Criterion">BIC [1] by number of segments, of all that were tried.</param>
public sealed record MixRule(Guid Set, int Place, double Weight, IReadOnlyDictionary<string, double> Shares, IReadOnlyDictionary<int, double> Criterion)
    : SegmentRule(Set, Place);

/// <summary>By conditions that somebody wrote, all of which must hold.</summary>
/// <param name="Intent">Mentioned in it.</param>
/// <param name="From">First month, by its first day.</param>
/// <param name="To">Last month, by its first day.</param>
public sealed record DrawnRule(IReadOnlyList<AttributeCondition> Conditions, string? Intent, string? Language, DateOnly? From, DateOnly? To)
    : SegmentRule(DrawnSet, 0);

/// <param name="IsPart">Whether the value only has to occur in the attribute; letters' case never matters.</param>
public sealed record AttributeCondition(string Attribute, bool IsPart, string Value);
