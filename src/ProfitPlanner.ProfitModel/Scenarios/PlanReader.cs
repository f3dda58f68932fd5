using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>
/// Turns a plan file into a scenario's document: checks every member against the document's types, so that what is
/// wrong is named by the file's own path, and writes shorthands, names and left-out ids in full.
/// </summary>
internal sealed class PlanReader(PlanEntries entries, Utf8JsonWriter writer)
{
    private const string Estimated = "value";

    /// <summary>The file's path of each path of the document that was written in names.</summary>
    public Dictionary<string, string> Named { get; } = [];

    /// <exception cref="PlanException">A member is unknown, missing, or not of its type.</exception>
    public void Document(JsonElement root) => Value(root, typeof(Scenario), PlanPath.Root);

    public static bool IsDate(string? text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    private void Value(JsonElement value, Type type, string path)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(Estimate))
            Estimate(value, path);
        else if (type == typeof(decimal))
            Write(value, path, value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out _), "must be a number below 10^28");
        else if (type == typeof(double))
            Write(value, path, value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number), "must be a finite number");
        else if (type == typeof(int))
            Write(value, path, value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _), "must be a whole number");
        else if (type == typeof(bool))
            Write(value, path, value.ValueKind is JsonValueKind.True or JsonValueKind.False, "must be true or false");
        else if (type == typeof(string))
            Write(value, path, value.ValueKind == JsonValueKind.String, "must be a text");
        else if (type == typeof(Guid))
            writer.WriteStringValue(entries.Segment(Text(value, path, "must be the name or the id of a segment"), path));
        else if (type == typeof(Currency))
            Write(value, path, value.ValueKind == JsonValueKind.String && Currency.TryOf(value.GetString(), out _), "must be the code of a currency, such as \"EUR\"");
        else if (type == typeof(DateOnly))
            Write(value, path, value.ValueKind == JsonValueKind.String && IsDate(value.GetString(), out _), "must be a date, such as \"2026-01-31\"");
        else if (type.IsEnum)
            Word(value, Enum.GetNames(type), path);
        else
            Composed(value, PlanShape.TypeOf(type), path);
    }

    private void Composed(JsonElement value, JsonTypeInfo type, string path)
    {
        switch (type.Kind)
        {
            case JsonTypeInfoKind.Enumerable:
                if (value.ValueKind != JsonValueKind.Array)
                    throw new PlanException(path, "must be a list");
                List(value, type.ElementType!, path);
                break;
            case JsonTypeInfoKind.Dictionary:
                Dictionary(Members(value, path), type, path);
                break;
            default:
                writer.WriteStartObject();
                Object(Members(value, path), Concrete(value, type, path), path);
                writer.WriteEndObject();
                break;
        }
    }

    private void Estimate(JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            Write(value, path, value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out _), "must be a number below 10^28, or an object with a distribution");
            return;
        }
        writer.WriteStartObject();
        if (value.TryGetProperty(Estimated, out var number))
        {
            writer.WritePropertyName(Estimated);
            Value(number, typeof(decimal), PlanPath.Member(path, Estimated));
        }
        var type = Concrete(value, PlanShape.TypeOf(typeof(Distribution)), path);
        Object(value.EnumerateObject().Where(member => member.Name != Estimated), type, path);
        writer.WriteEndObject();
    }

    private void Object(IEnumerable<JsonProperty> members, JsonTypeInfo type, string path)
    {
        var present = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in members)
        {
            present.Add(member.Name);
            var place = PlanPath.Member(path, member.Name);
            if (PlanShape.Discriminator(type) == member.Name)
                continue;
            if (PlanShape.Shorthand(type.Type, member.Name) is { } shorthand)
                Shorthand(member, shorthand, place);
            else if (PlanShape.Member(type, member.Name) is { } known)
                Member(member, type, known, place);
            else
                throw new PlanException(place, $"is not known; known here are {string.Join(", ", PlanShape.Names(type))}");
        }
        Complete(type, present, path);
    }

    private void Member(JsonProperty member, JsonTypeInfo type, JsonPropertyInfo known, string path)
    {
        writer.WritePropertyName(member.Name);
        if (member.Value.ValueKind == JsonValueKind.Null && PlanShape.IsNullable(known))
            writer.WriteNullValue();
        else if (PlanShape.IsId(known))
            Write(member.Value, path, member.Value.ValueKind == JsonValueKind.String && Guid.TryParseExact(member.Value.GetString(), "D", out _), "must be a UUID");
        else if (PlanShape.IsPath(type, known))
            writer.WriteStringValue(Path(Text(member.Value, path, "must be the path of a number"), path));
        else
            Value(member.Value, known.PropertyType, path);
    }

    private void List(JsonElement list, Type type, string path)
    {
        writer.WriteStartArray();
        var index = 0;
        foreach (var entry in list.EnumerateArray())
            Value(entry, type, PlanPath.Entry(path, index++));
        writer.WriteEndArray();
    }

    private void Dictionary(IEnumerable<JsonProperty> members, JsonTypeInfo type, string path)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        writer.WriteStartObject();
        foreach (var member in members)
        {
            var place = PlanPath.Member(path, member.Name);
            var key = type.KeyType == typeof(Guid) ? entries.Segment(member.Name, place).ToString() : Path(member.Name, place);
            if (!keys.Add(key))
                throw new PlanException(place, "the same is there twice, by its name and by its id");
            writer.WritePropertyName(key);
            Value(member.Value, type.ElementType!, place);
        }
        writer.WriteEndObject();
    }

    private string Path(string text, string path)
    {
        var resolved = entries.Resolve(text, path);
        // What an id stands for may be gone; a name that leads nowhere is a slip of the pen.
        if (resolved != text || !text.Contains('/', StringComparison.Ordinal))
            Named[resolved] = path;
        return resolved;
    }

    private void Shorthand(JsonProperty member, Type type, string path)
    {
        if (member.Name == PlanShape.Price)
        {
            writer.WriteStartObject("revenue");
            writer.WriteString("kind", "subscription");
            writer.WritePropertyName("price");
            Value(member.Value, type, path);
            writer.WriteEndObject();
            return;
        }
        writer.WriteStartArray("fixedCosts");
        writer.WriteStartObject();
        writer.WriteString(PlanShape.Id, PlanEntries.FixedCostId);
        writer.WriteString("name", PlanEntries.FixedCostName);
        writer.WritePropertyName("amount");
        Value(member.Value, type, path);
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    /// <summary>What the file left out and the document needs.</summary>
    private void Complete(JsonTypeInfo type, HashSet<string> present, string path)
    {
        foreach (var member in PlanShape.Members(type).Where(member => !present.Contains(member.Name)))
        {
            if (PlanShape.IsAsked(type, member))
                throw new PlanException(path, $"\"{member.Name}\" is missing");
            if (PlanShape.IsId(member))
                writer.WriteString(member.Name, entries.IdAt(path));
            else if (member.IsRequired && PlanShape.IsNullable(member))
                writer.WriteNull(member.Name);
        }
        if (type.Type == typeof(Scenario))
        {
            OneOf(PlanShape.FixedCost, "fixedCosts", present, path, needed: false);
            if (!present.Contains("segments"))
                throw new PlanException(path, "\"segments\" is missing");
            if (!present.Contains("period"))
                writer.WriteString("period", "month");
        }
        if (type.Type == typeof(Segment))
        {
            OneOf(PlanShape.Price, "revenue", present, path, needed: true);
            if (!present.Contains("conversion") && !present.Contains("demand"))
                throw new PlanException(path, "\"conversion\" or \"demand\" is missing");
        }
    }

    private static void OneOf(string shorthand, string full, HashSet<string> present, string path, bool needed)
    {
        if (present.Contains(shorthand) && present.Contains(full))
            throw new PlanException(PlanPath.Member(path, shorthand), $"stands for \"{full}\", which is there too");
        if (needed && !present.Contains(shorthand) && !present.Contains(full))
            throw new PlanException(path, $"\"{shorthand}\" or \"{full}\" is missing");
    }

    /// <summary>The type of an object that says itself which one it is, and writes that down.</summary>
    private JsonTypeInfo Concrete(JsonElement value, JsonTypeInfo type, string path)
    {
        if (type.PolymorphismOptions is not { } options)
            return type;
        var (member, kinds) = (options.TypeDiscriminatorPropertyName, options.DerivedTypes.Select(derived => (string)derived.TypeDiscriminator!));
        if (!value.TryGetProperty(member, out var kind))
            throw new PlanException(path, $"\"{member}\" is missing: one of {string.Join(", ", kinds)}");
        writer.WritePropertyName(member);
        Word(kind, kinds, PlanPath.Member(path, member));
        return PlanShape.TypeOf(options.DerivedTypes.First(derived => (string)derived.TypeDiscriminator! == kind.GetString()).DerivedType);
    }

    private void Word(JsonElement value, IEnumerable<string> names, string path)
    {
        var words = names.Select(PlanShape.Word).ToList();
        Write(value, path, value.ValueKind == JsonValueKind.String && words.Contains(value.GetString()!), $"must be one of {string.Join(", ", words)}");
    }

    private void Write(JsonElement value, string path, bool fits, string otherwise)
    {
        if (!fits)
            throw new PlanException(path, otherwise);
        value.WriteTo(writer);
    }

    private static string Text(JsonElement value, string path, string otherwise) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : throw new PlanException(path, otherwise);

    private static JsonElement.ObjectEnumerator Members(JsonElement value, string path) =>
        value.ValueKind == JsonValueKind.Object ? value.EnumerateObject() : throw new PlanException(path, "must be an object");
}
