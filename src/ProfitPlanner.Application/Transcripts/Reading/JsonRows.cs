using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ProfitPlanner.Application.Transcripts.Reading;

/// <summary>
/// A JSON object as rows: one, or one for each turn it holds. A column is the way to a member, as in <c>via.channel</c>;
/// one that begins with <see cref="OfTurn"/> leads from the turn, every other from the record.
/// </summary>
internal sealed class JsonRows(FileReading reading) : RowReader
{
    /// <summary>Begins the columns that each turn has for itself.</summary>
    public const string OfTurn = "[].";

    private readonly string[][] _ways = [.. reading.Columns.Select(column => (IsOfTurn(column) ? Way(column)[OfTurn.Length..] : Way(column)).Split('.'))];
    private readonly bool[] _isOfTurn = [.. reading.Columns.Select(IsOfTurn)];
    private readonly bool[] _isKeyed = [.. reading.Columns.Select(column => column.Way is not null)];
    private readonly Dictionary<string, string> _keys = [];

    public override RowReading Read(ReadOnlySpan<byte> record)
    {
        using var document = Parse(record, reading.Encoding, out var problem);
        if (document is null)
            return RowReading.Refused(problem);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object && reading.Shape == TurnShape.Flat)
            return RowReading.Refused(RecordProblem.NotJson);
        try
        {
            List<string?[]> rows = [];
            string?[]? common = null;
            foreach (var turn in JsonTurns.Of(root, reading.Shape, reading.TurnsMember))
            {
                common ??= Cells(root);
                rows.Add(Row(common, turn));
            }
            return rows.Count == 0 ? RowReading.Refused(RecordProblem.NoText) : new RowReading(rows);
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, which JSON can write and no text can hold.
            return RowReading.Refused(RecordProblem.WrongEncoding);
        }
    }

    /// <returns>Null where it is no JSON.</returns>
    public static JsonDocument? Parse(ReadOnlySpan<byte> record, FileEncoding encoding, out string problem)
    {
        problem = RecordProblem.WrongEncoding;
        if (encoding == FileEncoding.Utf8 ? !System.Text.Unicode.Utf8.IsValid(record) : FileEncodings.Decode(encoding, record) is null)
            return null;
        try
        {
            problem = RecordProblem.NotJson;
            return encoding == FileEncoding.Utf8
                ? JsonDocument.Parse(record.Contains((byte)0) ? Encoding.UTF8.GetBytes(FileEncodings.Decode(encoding, record)!) : record.ToArray())
                : JsonDocument.Parse(FileEncodings.Decode(encoding, record)!);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The way of a column with keys in the place of its members' names, see <see cref="ReadColumn.Way"/>.</summary>
    public static string KeyedWay(ReadColumn column, byte[] key)
    {
        var start = IsOfTurn(column) ? OfTurn : "";
        return start + string.Join('.', column.Name[start.Length..].Split('.').Select(step => SpeakerKeys.Of(step, key)));
    }

    /// <summary>A member's value as a cell; null where it holds none.</summary>
    public static string? Cell(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => FileEncodings.WithoutNul(element.GetString()!),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => element.GetRawText(),
        JsonValueKind.Array => Joined(element),
        _ => null,
    };

    private static string? Joined(JsonElement array)
    {
        var values = array.EnumerateArray().Where(item => item.ValueKind is JsonValueKind.String or JsonValueKind.Number).Select(Cell);
        return string.Join(", ", values) is { Length: > 0 } joined ? joined : null;
    }

    private string?[] Row(string?[] common, JsonTurn turn)
    {
        var row = (string?[])common.Clone();
        for (var i = 0; i < row.Length; i++)
        {
            if (!_isOfTurn[i])
                continue;
            row[i] = _ways[i] switch
            {
                [JsonTurns.Time] when turn.Element is null => turn.Time,
                [JsonTurns.Speaker] when turn.Element is null => turn.Speaker,
                [JsonTurns.Text] when turn.Element is null => turn.Text,
                var way => turn.Element is { } element ? At(element, way, _isKeyed[i]) : null,
            };
        }
        return row;
    }

    // Of the record: the same in each of its rows.
    private string?[] Cells(JsonElement root)
    {
        var cells = new string?[_ways.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            if (!_isOfTurn[i])
                cells[i] = At(root, _ways[i], _isKeyed[i]);
        }
        return cells;
    }

    private string? At(JsonElement element, string[] way, bool isKeyed)
    {
        foreach (var step in way)
        {
            if (element.ValueKind == JsonValueKind.Object && Member(element, step, isKeyed) is { } member)
                element = member;
            else if (element.ValueKind == JsonValueKind.Array && int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < element.GetArrayLength())
                element = element[index];
            else
                return null;
        }
        return Cell(element);
    }

    private JsonElement? Member(JsonElement element, string step, bool isKeyed)
    {
        if (!isKeyed)
            return element.TryGetProperty(step, out var named) ? named : null;
        foreach (var member in element.EnumerateObject())
        {
            if (!_keys.TryGetValue(member.Name, out var key))
                _keys[member.Name] = key = SpeakerKeys.Of(member.Name, reading.WayKey!);
            if (key == step)
                return member.Value;
        }
        return null;
    }

    private static string Way(ReadColumn column) => column.Way ?? column.Name;

    private static bool IsOfTurn(ReadColumn column) => Way(column).StartsWith(OfTurn, StringComparison.Ordinal);
}
