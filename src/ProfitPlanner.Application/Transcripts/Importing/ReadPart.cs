using ProfitPlanner.Application.Transcripts.Reading;

namespace ProfitPlanner.Application.Transcripts.Importing;

/// <summary>What was read from a part of a file.</summary>
/// <param name="Position">Where the next part begins [bytes of the file].</param>
/// <param name="Records">How many were complete, those that could not be read included.</param>
/// <param name="IsEnd">Nothing follows.</param>
internal sealed record ReadPart(
    long Position, Resumption Then, long Records, bool IsEnd,
    IReadOnlyCollection<PartConversation> Conversations, IReadOnlyList<PartTurn> Turns, IReadOnlyList<(long Line, string Reason)> Rejected);
