using System.Text.Json;
using ProfitPlanner.Application.Transcripts;

namespace ProfitPlanner.Web.Pages.Transcripts;

/// <summary>
/// Reads what Assets/upload.ts sends of a file. Never as a form: a form's file would be put into a temporary file, and
/// nothing unmasked is written to disk.
/// </summary>
internal static class SentFile
{
    /// <summary>Tells of the file: its name, size and the length of its beginning, as JSON in percent encoding.</summary>
    private const string Header = "Upload-File";

    /// <summary>The most that is sent at once: a workbook, and samples of it.</summary>
    public const long Most = ImportPart.LongestWorkbook + (1024 * 1024);

    /// <returns>Null where the request is none of upload.ts.</returns>
    public static async Task<FileProbe?> ReadProbeAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var about = JsonSerializer.Deserialize<About>(Uri.UnescapeDataString(request.Headers[Header].ToString()), JsonSerializerOptions.Web);
            return about?.Name is { Length: > 0 } name ? new FileProbe(name, about.Size, await ReadAsync(request, cancellationToken), about.Head) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var content = new MemoryStream((int)Math.Clamp(request.ContentLength ?? 0, 0, Most));
        await request.Body.CopyToAsync(content, cancellationToken);
        return content.GetBuffer().AsMemory(0, (int)content.Length);
    }

    private sealed record About(string? Name, long Size, int Head);
}
