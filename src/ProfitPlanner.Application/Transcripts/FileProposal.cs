using ProfitPlanner.Application.Transcripts.Reading;
using ProfitPlanner.Application.Transcripts.Recognition;
using ProfitPlanner.Data.Transcripts;

namespace ProfitPlanner.Application.Transcripts;

/// <summary>How a file would be read, for an analyst to confirm.</summary>
/// <param name="Columns">Heading and role of each.</param>
/// <param name="Rows">The first, masked; null is a cell that is not shown.</param>
/// <param name="Speakers">Who speaks in them.</param>
/// <param name="Others">Whoever else speaks.</param>
/// <param name="Same">An upload of the same file; null where there is none.</param>
/// <param name="Sources">Of earlier uploads.</param>
/// <param name="ReadAs">As it was read: null where that means nothing for the format.</param>
public sealed record FileProposal(
    Guid Id, string FileName, long FileSize, UploadFormat Format, string Source, IReadOnlyList<ProposedColumn> Columns, IReadOnlyList<IReadOnlyList<string?>> Rows,
    IReadOnlyList<ProposedSpeaker> Speakers, Speaker Others, SameFile? Same, IReadOnlyList<string> Sources, ReadAs ReadAs);

public sealed record ProposedColumn(string Name, ColumnRole Role);

/// <param name="Key">Stands for the name.</param>
/// <param name="Name">A word for a role as it is, everything else as a placeholder.</param>
public sealed record ProposedSpeaker(string Key, string Name, Speaker Speaker);

public sealed record SameFile(Guid Id, string FileName, UploadState State, DateTimeOffset CreatedAt);
