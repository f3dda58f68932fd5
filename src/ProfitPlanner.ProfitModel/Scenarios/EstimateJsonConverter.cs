using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>
/// A known number is a number; an uncertain one is its distribution's object, with a member <c>value</c> where what is
/// reckoned with is not the mean.
/// </summary>
internal sealed class EstimateJsonConverter : JsonConverter<Estimate>
{
    /// <summary>The member that tells a distribution, and which.</summary>
    public const string Discriminator = "distribution";

    private const string Value = "value";

    private static readonly JsonNodeOptions NodeOptions = new() { PropertyNameCaseInsensitive = false };

    public override Estimate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number)
            return reader.TryGetDecimal(out var number) ? number : throw new JsonException();
        if (reader.TokenType != JsonTokenType.StartObject || Parse(ref reader) is not { } members)
            throw new JsonException();

        var value = members[Value];
        members.Remove(Value);
        try
        {
            var distribution = members.Deserialize<Distribution>(options) ?? throw new JsonException();
            return value is null ? new Estimate(distribution) : new Estimate(value.GetValue<decimal>(), distribution);
        }
        catch (Exception exception) when (exception is NotSupportedException or JsonException or InvalidOperationException or FormatException)
        {
            // Without a path of its own the exception gets the one of the number.
            throw new JsonException($"This is no distribution: {Reason(exception)}", exception);
        }
    }

    public override void Write(Utf8JsonWriter writer, Estimate value, JsonSerializerOptions options)
    {
        if (value.Distribution is null)
        {
            JsonSerializer.Serialize(writer, value.Value, options);
            return;
        }
        var members = JsonSerializer.SerializeToNode(value.Distribution, options)!.AsObject();
        if (value.Value != Estimate.MeanOf(value.Distribution))
            members[Value] = JsonSerializer.SerializeToNode(value.Value, options);
        members.WriteTo(writer, options);
    }

    private static JsonObject? Parse(ref Utf8JsonReader reader)
    {
        try
        {
            return JsonNode.Parse(ref reader, NodeOptions)?.AsObject();
        }
        catch (ArgumentException exception)
        {
            throw new JsonException("A member is there twice.", exception);
        }
    }

    private static string Reason(Exception exception) => exception switch
    {
        JsonException { Path.Length: > 2 } json => $"see {json.Path[2..]}.",
        JsonException { InnerException: null } json when json.Message.Contains("could not be mapped", StringComparison.Ordinal) => json.Message,
        _ => "its kind, or a number that it needs, is missing or unknown.",
    };
}
