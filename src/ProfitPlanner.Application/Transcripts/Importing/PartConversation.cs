using ProfitPlanner.Application.Privacy;

namespace ProfitPlanner.Application.Transcripts.Importing;

/// <summary>What a part holds of a conversation, unmasked until <see cref="PartMasking"/> has been at it.</summary>
internal sealed class PartConversation(Guid id, string? number)
{
    public Guid Id => id;

    public string? Number { get; set; } = number;

    public DateTimeOffset? StartedAt { get; set; }

    public string? Language { get; set; }

    public Dictionary<string, string> Attributes { get; } = [];

    /// <summary>Whether an earlier part of the upload had some of it.</summary>
    public bool IsContinued { get; set; }

    /// <summary>The number of the next turn that has none of its own: behind every other that the upload has had of it.</summary>
    public int Turns { get; set; }

    /// <summary>Numbers that the file gives to turns of this part.</summary>
    public HashSet<int> Numbers { get; } = [];

    /// <summary>Set before anything of it is masked.</summary>
    public ConversationMasks? Masks { get; set; }

    /// <summary>The turn before the next one.</summary>
    public string? Before { get; set; }
}
