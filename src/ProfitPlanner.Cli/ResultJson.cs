using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Cli;

/// <summary>Writes results: indented JSON with members in camelCase, words for enums and plain decimals.</summary>
internal static class ResultJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.CamelCase),
            new PlainDecimals(),
            new PlainDoubles(),
        },
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    public static void Write<T>(TextWriter output, T result) => output.WriteLine(JsonSerializer.Serialize(result, Options));

    // Dividing by one with all the digits there are drops trailing zeros.
    private const decimal One = 1.0000000000000000000000000000m;

    private sealed class PlainDecimals : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteNumberValue(value / One);
    }

    /// <summary>Without exponents where decimal can hold the number, and null where it is none.</summary>
    private sealed class PlainDoubles : JsonConverter<double>
    {
        // Beyond these a plain decimal would lose digits.
        private const double Largest = 1e15, Smallest = 1e-10;

        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
        {
            if (!double.IsFinite(value))
                writer.WriteNullValue();
            else if (Math.Abs(value) is 0 or (>= Smallest and < Largest))
                writer.WriteNumberValue(decimal.Parse(value.ToString("R", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture) / One);
            else
                writer.WriteNumberValue(value);
        }
    }
}
