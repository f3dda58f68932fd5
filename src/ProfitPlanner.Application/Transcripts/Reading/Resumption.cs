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

    /// <summary>Where a record is passed over: at the beginning of one of its lines, not within one.</summary>
    public bool IsAtLine { get; init; }

    /// <summary>Conversations of a chat log before this one.</summary>
    public long Block { get; init; }

    public JsonPlace Json { get; init; } = new();

    /// <summary>Turns that were there already, of another file or of an earlier export.</summary>
    public long Known { get; init; }

    public static Resumption Of(string? json) => json is null ? Beginning : JsonSerializer.Deserialize<Resumption>(json)!;

    public string ToJson() => JsonSerializer.Serialize(this);
}
