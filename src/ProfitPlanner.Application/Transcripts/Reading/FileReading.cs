using System.Text.Json;
using System.Text.Json.Serialization;
using ProfitPlanner.Data.Transcripts;

namespace ProfitPlanner.Application.Transcripts.Reading;

/// <summary>How a file is read; what <see cref="Upload.Reading"/> holds.</summary>
internal sealed record FileReading
{
    /// <summary>Divides nothing: a table of one column, whose commas are part of what is said.</summary>
    public const char NoDivider = '\u001f';

    /// <summary>The most columns of a table.</summary>
    public const int MostColumns = 256;

    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new JsonStringEnumConverter() },
    };

    public FileEncoding Encoding { get; init; } = FileEncoding.Utf8;

    public RecordLayout Layout { get; init; }

    /// <summary>What stands between the cells of a table.</summary>
    public char Divider { get; init; } = ',';

    public char LineEnd { get; init; } = '\n';

    /// <summary>The first row of a table names its columns.</summary>
    public bool HasHeadings { get; init; }

    /// <summary>Members on the way to the array of records; empty where the array is the text itself.</summary>
    public IReadOnlyList<string> ArrayPath { get; init; } = [];

    /// <summary>JSON objects follow each other outside any array.</summary>
    public bool IsSequence { get; init; }

    public TurnShape Shape { get; init; } = TurnShape.Flat;

    /// <summary>The member of a record that holds its turns; null where <see cref="Shape"/> says it.</summary>
    public string? TurnsMember { get; init; }

    /// <summary>Every line of a chat begins with its time: another one belongs to the line before.</summary>
    public bool IsTimed { get; init; }

    /// <summary>Blank lines stand between the conversations of a chat log.</summary>
    public bool HasBlocks { get; init; }

    /// <summary>3/4/2026 is in April.</summary>
    public bool IsDayFirst { get; init; }

    public IReadOnlyList<ReadColumn> Columns { get; init; } = [];

    /// <summary>Tells the members of <see cref="ReadColumn.Way"/>; null where there is none, and once the upload has ended.</summary>
    public byte[]? WayKey { get; init; }

    /// <summary>Who is who, by <see cref="SpeakerKeys"/>: names are personal data, and are not kept.</summary>
    public Dictionary<string, Speaker> Speakers { get; init; } = [];

    /// <summary>Whoever is not among <see cref="Speakers"/>.</summary>
    public Speaker Others { get; init; } = Speaker.Agent;

    public static FileReading Of(string json) => JsonSerializer.Deserialize<FileReading>(json, Json)!;

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>Where the column of a role stands; -1 where there is none.</summary>
    public int IndexOf(ColumnRole role)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (Columns[i].Role == role)
                return i;
        }
        return -1;
    }
}

/// <param name="Name">Its heading; the way to it where the file is JSON. Masked, and no other column's.</param>
/// <param name="Way">Where the way may not be kept because it names somebody: keys that stand for its members, by <see cref="FileReading.WayKey"/>.</param>
internal sealed record ReadColumn(string Name, ColumnRole Role = ColumnRole.LeftOut, string? Way = null);
