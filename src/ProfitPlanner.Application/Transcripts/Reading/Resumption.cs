using System.Text.Json;

namespace ProfitPlanner.Application.Transcripts.Reading;

/// <summary>What a reader must know to go on where the last part ended. Nothing of the content.</summary>
internal sealed record Resumption
{
    public static readonly Resumption Beginning = new();

    /// <summary>Line of the next record, or its number where records are not lines; counts from 1.</summary>
    public long Line { get; init; } = 1;

    /// <summary>Behind the first byte: no mark of the encoding can follow.</summary>
    public bool HasBegun { get; init; }

    /// <summary>Behind the headings.</summary>
    public bool HasHeadings { get; init; }

    /// <summary>Inside a record that is too long, which is passed over.</summary>
    public bool IsSkipping { get; init; }

    /// <summary>Conversations of a chat log before this one.</summary>
    public long Block { get; init; }

    public JsonPlace Json { get; init; } = new();

    /// <summary>Turns that were there already, of another file or of an earlier export.</summary>
    public long Known { get; init; }

    public static Resumption Of(string? json) => json is null ? Beginning : JsonSerializer.Deserialize<Resumption>(json)!;

    public string ToJson() => JsonSerializer.Serialize(this);
}

/// <summary>Where in a JSON text a reader stands.</summary>
internal record struct JsonPlace()
{
    public JsonPhase Phase { get; set; } = JsonPhase.Before;

    /// <summary>Open brackets: of the whole text before the records, of the record within them.</summary>
    public int Depth { get; set; }

    public bool IsInString { get; set; }

    public bool IsEscaped { get; set; }

    /// <summary>Members of the way to the records that have been entered.</summary>
    public int Entered { get; set; }

    /// <summary>The next string is a member's name.</summary>
    public bool ExpectsName { get; set; }

    /// <summary>Bytes of the name on the way that the string has matched so far; -1 where it is another.</summary>
    public int Matched { get; set; } = -1;

    /// <summary>The name just read is the one on the way.</summary>
    public bool IsOnWay { get; set; }

    /// <summary>Between two records.</summary>
    public static JsonPlace AmongRecords => new() { Phase = JsonPhase.Within };
}

internal enum JsonPhase
{
    Before,
    Within,
    After,
}
