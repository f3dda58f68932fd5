using ProfitPlanner.Application.Transcripts.Reading;
using ProfitPlanner.Data.Transcripts;

namespace ProfitPlanner.Application.Transcripts.Recognition;

/// <summary>What a file's beginning tells of it.</summary>
/// <param name="Rows">The first of them, unmasked.</param>
internal sealed record RecognisedFile(UploadFormat Format, FileReading Reading, IReadOnlyList<string?[]> Rows, FileProblem? Problem = null)
{
    public static RecognisedFile Refused(FileProblem problem) => new(default, new FileReading(), [], problem);
}
