using System.Text;
using System.Text.Json;
using ProfitPlanner.Application.Transcripts.Reading;
using ProfitPlanner.Data.Transcripts;

namespace ProfitPlanner.Application.Transcripts.Recognition;

/// <summary>Tells where a JSON text keeps its records, whose export it is, and which members its columns are.</summary>
internal static class JsonRecognition
{
    private const int MostColumns = 60;
    private const int MostSteps = 4;

    private static readonly string[] TurnMembers = ["messages", "turns", "original", "utterances", "dialogue", "dialog", "conversation", "comments", "log", "transcript", "chat", "history", "entries"];

    private static readonly string[] RecordMembers = ["tickets", "conversations", "payload", "chats", "sessions", "dialogues", "results", "data", "items", "records"];

    /// <summary>Whether exports call the records, or their turns, so.</summary>
    public static bool IsKnown(string member) => TurnMembers.Contains(member, StringComparer.OrdinalIgnoreCase) || RecordMembers.Contains(member);

    /// <returns>Null where it is no JSON.</returns>
    public static FileReading? Of(string text, FileReading reading)
    {
        text = text.TrimStart();
        if (IsLines(text))
            return reading with { Layout = RecordLayout.Lines };
        reading = reading with { Layout = RecordLayout.Elements };
        if (text[0] == '[')
            return IsArray(text) ? reading : null;
        // Without a way: one object that is the only conversation, or several in a row.
        return PathToRecords(text) is { } path ? reading with { ArrayPath = path, IsSequence = path.Count == 0 } : null;
    }

    public static RecognisedFile Columns(FileReading reading, List<byte[]> records)
    {
        List<JsonDocument> documents = [.. records.Select(record => JsonRows.Parse(record, reading.Encoding, out _)).OfType<JsonDocument>()];
        try
        {
            var roots = documents.Select(document => document.RootElement).Where(root => root.ValueKind == JsonValueKind.Object).ToList();
            if (roots.Count == 0)
                return RecognisedFile.Refused(FileProblem.NoRecords);
            var format = Format(roots[0], reading);
            reading = WithColumns(reading with { Shape = Shape(format) }, format, roots);
            var rows = new JsonRows(reading);
            List<string?[]> sample = [.. records.SelectMany(record => rows.Read(record).Rows).Take(400)];
            var columns = ColumnRecognition.Of(reading.Columns, sample);
            return new RecognisedFile(format, reading with { Columns = columns, IsDayFirst = ColumnRecognition.AreDayFirst(columns, sample) }, sample);
        }
        catch (InvalidOperationException)
        {
            // Text that no encoding can hold.
            return RecognisedFile.Refused(FileProblem.NoRecords);
        }
        finally
        {
            documents.ForEach(document => document.Dispose());
        }
    }

    private static TurnShape Shape(UploadFormat format) => format switch
    {
        UploadFormat.Zendesk => TurnShape.Zendesk,
        UploadFormat.Intercom => TurnShape.Intercom,
        UploadFormat.Chatwoot => TurnShape.Chatwoot,
        _ => TurnShape.Flat,
    };

    private static UploadFormat Format(JsonElement record, FileReading reading)
    {
        bool Has(string name) => record.TryGetProperty(name, out _);
        if ((Has("comments") || Has("description")) && (Has("requester_id") || (Has("via") && Has("subject"))))
            return UploadFormat.Zendesk;
        if (Has("conversation_parts") || (record.TryGetProperty("source", out var source) && source.ValueKind == JsonValueKind.Object && source.TryGetProperty("body", out _)))
            return UploadFormat.Intercom;
        var message = record.TryGetProperty("messages", out var messages) && messages.ValueKind == JsonValueKind.Array ? messages.EnumerateArray().FirstOrDefault() : record;
        if (message.ValueKind == JsonValueKind.Object && message.TryGetProperty("message_type", out _) && message.TryGetProperty("content", out _))
            return UploadFormat.Chatwoot;
        return reading.Layout == RecordLayout.Lines ? UploadFormat.JsonLines : UploadFormat.Json;
    }

    private static FileReading WithColumns(FileReading reading, UploadFormat format, List<JsonElement> roots)
    {
        var ways = new List<string>();
        foreach (var root in roots)
            Flatten(root, "", ways, 0);
        if (reading.Shape != TurnShape.Flat)
        {
            return reading with
            {
                Columns =
                [
                    new(JsonRows.OfTurn + JsonTurns.Time, ColumnRole.Time), new(JsonRows.OfTurn + JsonTurns.Speaker, ColumnRole.Speaker), new(JsonRows.OfTurn + JsonTurns.Text, ColumnRole.Text),
                    .. ways.Take(MostColumns).Select(way => new ReadColumn(way, OfExport(way, format, isOfMessages: ways.Contains("conversation_id")))),
                ],
            };
        }
        if (TurnsMember(roots) is not { } member)
            return reading with { Columns = [.. ways.Take(MostColumns).Select(way => new ReadColumn(way))] };

        var ofTurns = new List<string>();
        foreach (var item in roots.SelectMany(root => root.GetProperty(member).EnumerateArray()).Take(400))
            Flatten(item, JsonRows.OfTurn, ofTurns, 0);
        ways.RemoveAll(way => way == member);
        // A record that holds turns is a conversation, and its id is the conversation's.
        return reading with
        {
            Shape = TurnShape.Array,
            TurnsMember = member,
            Columns = [.. ofTurns.Concat(ways).Take(MostColumns).Select(way => new ReadColumn(way, way is "id" && !ways.Exists(w => ColumnNames.Of(w) == ColumnRole.Conversation) ? ColumnRole.Conversation : default))],
        };
    }

    private static ColumnRole OfExport(string way, UploadFormat format, bool isOfMessages) => (format, way) switch
    {
        (UploadFormat.Chatwoot, "conversation_id") => ColumnRole.Conversation,
        (UploadFormat.Chatwoot, "id") => isOfMessages ? ColumnRole.LeftOut : ColumnRole.Conversation,
        (_, "id") => ColumnRole.Conversation,
        (UploadFormat.Zendesk, "via.channel") or (UploadFormat.Intercom, "source.type") or (UploadFormat.Chatwoot, "meta.channel") => ColumnRole.Channel,
        _ => ColumnRole.LeftOut,
    };

    // Members with a value, to a few steps; arrays of objects are somebody else's turns, or none of ours.
    private static void Flatten(JsonElement element, string prefix, List<string> ways, int steps)
    {
        if (steps == MostSteps)
            return;
        if (element.ValueKind == JsonValueKind.Array && prefix == JsonRows.OfTurn)
        {
            for (var i = 0; i < Math.Min(element.GetArrayLength(), 6); i++)
                Add(prefix + i.ToString(System.Globalization.CultureInfo.InvariantCulture));
            return;
        }
        if (element.ValueKind != JsonValueKind.Object)
            return;
        foreach (var member in element.EnumerateObject())
        {
            // The way is divided by points.
            if (member.Name.Length is 0 or > 100 || member.Name.Contains('.', StringComparison.Ordinal))
                continue;
            if (member.Value.ValueKind == JsonValueKind.Object)
                Flatten(member.Value, $"{prefix}{member.Name}.", ways, steps + 1);
            else if (member.Value.ValueKind != JsonValueKind.Array || member.Value.EnumerateArray().All(item => item.ValueKind is JsonValueKind.String or JsonValueKind.Number))
                Add(prefix + member.Name);
        }

        void Add(string way)
        {
            if (ways.Count < 4 * MostColumns && !ways.Contains(way))
                ways.Add(way);
        }
    }

    // An array whose items hold texts: one that is called so, else the one with the most items.
    private static string? TurnsMember(List<JsonElement> roots) => roots
        .SelectMany(root => root.EnumerateObject())
        .Where(member => member.Value.ValueKind == JsonValueKind.Array && member.Value.EnumerateArray().Any() && member.Value.EnumerateArray().All(HoldsText))
        .GroupBy(member => member.Name)
        .Where(group => roots.TrueForAll(root => !root.TryGetProperty(group.Key, out var value) || value.ValueKind == JsonValueKind.Array))
        .OrderBy(group => Array.IndexOf(TurnMembers, group.Key.ToLowerInvariant()) is var place && place < 0 ? TurnMembers.Length : place)
        .ThenByDescending(group => group.Sum(member => member.Value.GetArrayLength()))
        .FirstOrDefault()?.Key;

    private static bool HoldsText(JsonElement item) => item.ValueKind switch
    {
        JsonValueKind.Object => item.EnumerateObject().Any(member => member.Value.ValueKind == JsonValueKind.String),
        JsonValueKind.Array => item.GetArrayLength() is >= 2 and <= 6 && item.EnumerateArray().All(cell => cell.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.Null),
        _ => false,
    };

    private static bool IsLines(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        if (end < 0 || text[0] != '{' || !text[end..].TrimStart().StartsWith('{'))
            return false;
        try
        {
            using var first = JsonDocument.Parse(text[..end]);
            return first.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsArray(string text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), isFinalBlock: false, default);
        try
        {
            return reader.Read() && reader.Read() && reader.TokenType is JsonTokenType.StartObject or JsonTokenType.EndArray;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>The way to the array of objects that is most likely the records; empty where the object is a record.</summary>
    /// <returns>Null where it is no JSON.</returns>
    private static IReadOnlyList<string>? PathToRecords(string text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), isFinalBlock: false, default);
        List<IReadOnlyList<string>> ways = [];
        try
        {
            List<string> way = [];
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName)
                    way = [.. way.Take(reader.CurrentDepth - 1), reader.GetString()!];
                else if (reader.TokenType == JsonTokenType.StartArray && IsArrayOfObjects(ref reader))
                    ways.Add(way);
                else if (reader is { TokenType: JsonTokenType.EndObject, CurrentDepth: 0 })
                    break;
            }
        }
        catch (JsonException)
        {
            // Objects in a row end in an error for a reader of one.
            if (reader.BytesConsumed < 2)
                return null;
        }
        // A conversation that is alone in its file holds its turns itself.
        if (ways.Exists(way => way.Count == 1 && TurnMembers.Contains(way[0])))
            return [];
        return ways.Where(way => way.Count <= MostSteps).OrderByDescending(way => RecordMembers.Contains(way[^1])).FirstOrDefault() ?? [];
    }

    // Moves behind it, or as far as the beginning of the file goes.
    private static bool IsArrayOfObjects(ref Utf8JsonReader reader)
    {
        var depth = reader.CurrentDepth;
        var isOne = reader.Read() && reader.TokenType == JsonTokenType.StartObject;
        while ((reader.TokenType != JsonTokenType.EndArray || reader.CurrentDepth > depth) && reader.Read())
        {
        }
        return isOne;
    }
}
