using System.Text.RegularExpressions;
using ProfitPlanner.Application.Privacy;
using ProfitPlanner.Application.Transcripts.Reading;
using ProfitPlanner.Application.Transcripts.Recognition;

namespace ProfitPlanner.Application.Transcripts;

/// <summary>
/// Names of files without those of people: <c>WhatsApp Chat with Crystal Minh.txt</c>. By rules and by who speaks in the
/// file, since the model has learnt from sentences and takes 'helpdesk' for somebody.
/// </summary>
internal static partial class FileNames
{
    // Shorter ones are initials, or words.
    private const int ShortestSpeaker = 3;

    // With its point; what is longer is part of the name.
    private const int LongestExtension = 6;

    private static readonly PersonalDataMask Rules = new(null);

    /// <summary>The name as it may be kept; the folder it comes from goes.</summary>
    public static string Masked(string fileName, RecognisedFile file, ConversationMasks masks)
    {
        var name = FileEncodings.WithoutNul(Path.GetFileName(fileName));
        var extension = Path.GetExtension(name) is { Length: <= LongestExtension } own ? own : "";
        var masked = Rules.Mask([new TurnToMask(name[..^extension.Length], null, masks)], CancellationToken.None)[0] + extension;
        if (IsMasked(masked))
            name = masked;
        var index = file.Reading.IndexOf(ColumnRole.Speaker);
        foreach (var speaker in file.Rows.Select(row => index < 0 ? null : row[index]?.Trim()).OfType<string>().Distinct().Where(speaker => speaker.Length >= ShortestSpeaker && SpeakerWords.Of(speaker) is null))
        {
            var words = string.Join(@"[\s_.-]+", speaker.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Regex.Escape));
            name = Regex.Replace(name, $@"(?<!\p{{L}}){words}(?!\p{{L}})", _ => masks.Placeholder("speaker", speaker), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        }
        return name;
    }

    /// <summary>Whether a placeholder stands for somebody in it. Numbers are left: they are mostly those of a day, an export, a version.</summary>
    public static bool IsMasked(string name) => Personal().IsMatch(name);

    [GeneratedRegex(@"\[(?!order |number |account )[a-z]+ \d+\]")]
    private static partial Regex Personal();
}
