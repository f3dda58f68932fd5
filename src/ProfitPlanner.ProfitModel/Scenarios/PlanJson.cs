using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>
/// A plan file: a scenario's JSON as people write it and keep it in a repository. It has all that
/// <see cref="ScenarioJson"/> has, with shorthands, and may leave out ids and what has a default.
/// Source: docs/command-line.md, "The plan file".
/// </summary>
public static class PlanJson
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        WriteIndented = true,
        NewLine = "\n",
        // A file, and no part of a page: nothing but JSON's own characters needs escaping.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    // What the document's types fill in where it is left out, beside null and empty lists.
    private static readonly Dictionary<string, decimal> Defaults = new() { ["packageSize"] = 1, ["ceiling"] = 1, ["ending"] = 0 };

    /// <summary>The scenario of a plan file, or the first thing that is wrong with it.</summary>
    public static PlanReading Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using var file = PlanSyntax.Parse(json);
            return new PlanReading(Read(file.RootElement));
        }
        catch (PlanException exception)
        {
            return new PlanReading(exception.Error);
        }
    }

    /// <summary>
    /// A plan file of a scenario, indented, with its ids and without what is at its default. Reading it gives the same
    /// scenario, if that has segments and no <see cref="Validation.Problems"/>.
    /// </summary>
    public static string Write(Scenario scenario)
    {
        var document = ScenarioJson.ToDocument(scenario);
        var blank = ScenarioJson.ToDocument(Scenario.Blank("", scenario.Currency, scenario.Period));
        foreach (var (name, value) in blank)
        {
            if (name is not ("currency" or "period" or "segments") && JsonNode.DeepEquals(document[name], value))
                document.Remove(name);
        }
        Prune(document);
        return document.ToJsonString(Indented) + "\n";
    }

    private static Scenario Read(JsonElement root)
    {
        var entries = new PlanEntries(root);
        var document = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(document);
        var reader = new PlanReader(entries, writer);
        reader.Document(root);
        writer.Flush();
        var scenario = OfDocument(Encoding.UTF8.GetString(document.WrittenSpan));
        if (scenario.Segments.Count == 0)
            throw new PlanException("$.segments", "must have at least one segment");
        if (scenario.Problems() is [var problem, ..])
            throw new PlanException(PlanProblems.Of(problem, scenario, entries, reader.Named));
        if (reader.Named.Count > 0)
        {
            var values = new ScenarioDocument(scenario);
            foreach (var (path, place) in reader.Named.Where(path => values[path.Key] is null))
                throw new PlanException(place, $"nothing stands at {PlanPath.Quoted(path)}");
        }
        return scenario;
    }

    private static Scenario OfDocument(string document)
    {
        try
        {
            return ScenarioJson.Read(document);
        }
        catch (JsonException exception)
        {
            throw new PlanException(exception.Path ?? PlanPath.Root, "cannot be read");
        }
    }

    private static void Prune(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray list:
                foreach (var entry in list)
                    Prune(entry);
                break;
            case JsonObject members:
                foreach (var (name, value) in members.ToList())
                {
                    if (IsLeftOut(name, value, members))
                        members.Remove(name);
                    else
                        Prune(value);
                }
                break;
        }
    }

    private static bool IsLeftOut(string name, JsonNode? value, JsonObject parent) => value switch
    {
        null => true,
        JsonArray { Count: 0 } => name != "segments" || parent.Parent is not null,
        JsonValue number when number.GetValueKind() == JsonValueKind.Number =>
            Defaults.TryGetValue(name, out var usual) ? number.GetValue<decimal>() == usual
            : name == "conversion" && parent["demand"] is not null && number.GetValue<decimal>() == 0,
        _ => false,
    };
}
