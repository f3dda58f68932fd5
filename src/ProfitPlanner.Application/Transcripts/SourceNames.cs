using ProfitPlanner.Application.Transcripts.Reading;
using ProfitPlanner.Data.Transcripts;

namespace ProfitPlanner.Application.Transcripts;

/// <summary>Whose numbers those of a file's conversations are likely to be.</summary>
internal static class SourceNames
{
    public const int Longest = 100;

    /// <summary>
    /// The export's maker, else the file's name without what tells one month's file from another's. Empty where something
    /// of it is masked, which tells no two files apart: whoever uploads says whose numbers they are.
    /// </summary>
    public static string Of(string fileName, UploadFormat format)
    {
        if (format is UploadFormat.Zendesk or UploadFormat.Intercom or UploadFormat.Chatwoot)
            return format.ToString();
        var name = Path.GetFileNameWithoutExtension(fileName);
        var stem = name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '-', '_', '.', ' ', '(', ')', '年', '月', '日');
        var source = stem.Length > 0 ? stem : name.Length > 0 ? name : fileName;
        return FileNames.IsMasked(fileName) ? "" : source.CutTo(Longest);
    }
}
