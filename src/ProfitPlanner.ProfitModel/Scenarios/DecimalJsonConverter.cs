using System.Text.Json;
using System.Text.Json.Serialization;

namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>Writes decimals without trailing zeros, so that 1.50 and 1.5 are the same text.</summary>
internal sealed class DecimalJsonConverter : JsonConverter<decimal>
{
    // A divisor of one with all the digits there are: the quotient keeps the value and drops the scale.
    private const decimal One = 1.0000000000000000000000000000m;

    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TryGetDecimal(out var value) ? value : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value / One);
}
