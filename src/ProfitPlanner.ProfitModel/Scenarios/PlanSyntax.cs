using System.Text;
using System.Text.Json;

namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>Reads a text as JSON, and says where it stops being JSON.</summary>
internal static class PlanSyntax
{
    private const int Depth = 64;

    /// <exception cref="PlanException">It is no JSON, is nested too deeply, or has a member twice.</exception>
    public static JsonDocument Parse(string json)
    {
        var text = Encoding.UTF8.GetBytes(json);
        Check(text);
        return JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = Depth });
    }

    private static void Check(byte[] text)
    {
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = Depth });
        var place = new Stack<Level>();
        try
        {
            while (reader.Read())
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.StartObject or JsonTokenType.StartArray:
                        Advance(place);
                        place.Push(new Level(reader.TokenType == JsonTokenType.StartObject));
                        break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        place.Pop();
                        break;
                    case JsonTokenType.PropertyName:
                        if (!place.Peek().Enter(reader.GetString()!))
                            throw Error(text, place, "the member is there twice", reader.TokenStartIndex);
                        break;
                    case JsonTokenType.String:
                        Advance(place);
                        // Half a surrogate pair is JSON, but no text.
                        reader.GetString();
                        break;
                    default:
                        Advance(place);
                        break;
                }
            }
        }
        catch (JsonException exception)
        {
            Advance(place);
            throw Error(text, place, Words(exception), Offset(text, exception));
        }
        catch (InvalidOperationException)
        {
            throw Error(text, place, "the text holds half a character", reader.TokenStartIndex);
        }
    }

    private static void Advance(Stack<Level> place)
    {
        if (place.TryPeek(out var level))
            level.Advance();
    }

    // The reader's own words, without the numbers that it counts from zero and in bytes.
    private static string Words(JsonException exception)
    {
        var end = exception.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var words = (end < 0 ? exception.Message : exception.Message[..end]).TrimEnd('.').ReplaceLineEndings(" ");
        return $"this is no JSON: {words}";
    }

    private static long Offset(byte[] text, JsonException exception)
    {
        long start = 0;
        for (var line = exception.LineNumber ?? 0; line > 0; line--)
            start += text.AsSpan((int)start).IndexOf((byte)'\n') + 1;
        return Math.Min(text.Length, start + (exception.BytePositionInLine ?? 0));
    }

    private static PlanException Error(byte[] text, Stack<Level> place, string message, long offset)
    {
        var path = place.Reverse().Aggregate(PlanPath.Root, (before, level) => level.Extend(before));
        var before = text.AsSpan(0, (int)offset);
        var column = Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]);
        return new PlanException(new PlanError(path, message, before.Count((byte)'\n') + 1, column + 1));
    }

    /// <summary>An object or a list that is being read, and how far.</summary>
    private sealed class Level(bool isObject)
    {
        private readonly HashSet<string>? _members = isObject ? new(StringComparer.Ordinal) : null;
        private string? _member;
        private int _index = -1;

        public bool Enter(string member)
        {
            _member = member;
            return _members!.Add(member);
        }

        public void Advance() => _index++;

        public string Extend(string path) =>
            _members is null ? _index < 0 ? path : PlanPath.Entry(path, _index)
            : _member is null ? path
            : PlanPath.Member(path, _member);
    }
}
