using ProfitPlanner.Application.Privacy;
using ProfitPlanner.Data.Transcripts;

namespace ProfitPlanner.Application.Transcripts.Importing;

/// <summary>What a part holds of a conversation, unmasked until <see cref="PartMasking"/> has been at it.</summary>
internal sealed class PartConversation(Guid id, string? number)
{
    public Guid Id => id;

    public string? Number { get; set; } = number;

    public DateTimeOffset? StartedAt { get; set; }

    public string? Language { get; set; }

    public Dictionary<string, string> Attributes { get; set; } = [];

    /// <summary>Whether an earlier part of the upload had some of it.</summary>
    public bool IsContinued { get; set; }

    /// <summary>Turns that the upload has had of it, this part's included.</summary>
    public int Turns { get; set; }

    /// <summary>Set before anything of it is masked.</summary>
    public ConversationMasks? Masks { get; set; }

    /// <summary>The turn before the next one.</summary>
    public string? Before { get; set; }
}

/// <summary>A turn of a part, unmasked until <see cref="PartMasking"/> has been at it.</summary>
internal sealed class PartTurn(PartConversation conversation, int? number, Speaker speaker, DateTimeOffset? at, string text, string? label)
{
    public PartConversation Conversation => conversation;

    /// <summary>The file's own, else counted.</summary>
    public int Number { get; set; } = number ?? -1;

    public Speaker Speaker => speaker;

    public DateTimeOffset? At => at;

    public string Text { get; set; } = text;

    public string? Label { get; set; } = label;
}
