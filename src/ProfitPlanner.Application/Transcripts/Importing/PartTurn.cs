using ProfitPlanner.Data.Transcripts;

namespace ProfitPlanner.Application.Transcripts.Importing;

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
