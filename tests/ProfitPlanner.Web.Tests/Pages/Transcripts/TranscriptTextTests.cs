using ProfitPlanner.Application.Transcripts.Reading;
using ProfitPlanner.Application.Transcripts.Recognition;
using ProfitPlanner.Data.Transcripts;
using ProfitPlanner.Testing;
using ProfitPlanner.Web.Tests.Texts;

namespace ProfitPlanner.Web.Tests.Pages.Transcripts;

/// <summary>Texts whose keys are put together when a page is shown.</summary>
public sealed class TranscriptTextTests
{
    [Fact]
    public void Every_reason_format_state_role_and_encoding_has_its_words()
    {
        string[] keys =
        [
            .. RecordProblem.All.Select(reason => $"Reason.{reason}"),
            .. Enum.GetNames<FileProblem>().Select(problem => $"FileProblem.{problem}"),
            .. Enum.GetNames<UploadFormat>().Select(format => $"Format.{format}"),
            .. Enum.GetNames<UploadState>().SelectMany(state => new[] { $"State.{state}", $"State.{state}.Takeaway" }),
            .. Enum.GetNames<ColumnRole>().Select(role => $"Role.{role}"),
            .. Enum.GetNames<Speaker>().Select(speaker => $"Speaker.{speaker}"),
            .. Enum.GetNames<FileEncoding>().Select(encoding => $"Encoding.{encoding}"),
            .. ReadAs.Dividers.Select(divider => $"Divider.{(int)divider}"),
        ];

        Expect.None(keys.Except(ResourceFile.All.Single(file => file.Name == "TranscriptTexts").English.Keys));
    }
}
