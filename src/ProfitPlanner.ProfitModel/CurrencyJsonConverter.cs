using System.Text.Json;
using System.Text.Json.Serialization;

namespace ProfitPlanner.ProfitModel;

/// <summary>A currency is its code in JSON.</summary>
internal sealed class CurrencyJsonConverter : JsonConverter<Currency>
{
    public override Currency Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        // Without a message of its own the serializer's names the path.
        if (reader.TokenType != JsonTokenType.String || !Currency.TryOf(reader.GetString(), out var currency))
            throw new JsonException();
        return currency;
    }

    public override void Write(Utf8JsonWriter writer, Currency value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Code);
}
