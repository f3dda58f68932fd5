using System.Globalization;
using ProfitPlanner.Application.Sharing;
using ProfitPlanner.Web.Composition;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Sharing;

/// <summary>The settings of a link as they are typed.</summary>
public sealed class SettingsForm
{
    public string? Name { get; set; }

    public string? Until { get; set; }

    public string? Passcode { get; set; }

    public bool RemovesPasscode { get; set; }

    /// <summary>Divided by new lines, commas or semicolons.</summary>
    public string? Emails { get; set; }

    public string? MostVisits { get; set; }

    public bool AllowsDownloads { get; set; }

    public bool HasWatermark { get; set; }

    public string? Culture { get; set; }

    public static SettingsForm Of(ShareSettings settings) => new()
    {
        Name = settings.Name,
        Until = Day(settings.Until),
        Emails = string.Join('\n', settings.Emails),
        MostVisits = settings.MostVisits?.ToString(CultureInfo.InvariantCulture),
        AllowsDownloads = settings.AllowsDownloads,
        HasWatermark = settings.HasWatermark,
        Culture = settings.Culture.Name,
    };

    /// <summary>What cannot be read becomes what the use case refuses: every field is spoken of at once.</summary>
    public ShareSettings Read() => new()
    {
        Name = Name,
        Until = Day(Until) ?? DateOnly.MinValue,
        Passcode = string.IsNullOrEmpty(Passcode) ? null : Passcode,
        Emails = [.. (Emails ?? "").Split(['\n', '\r', ',', ';', '，', '；'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
        MostVisits = string.IsNullOrWhiteSpace(MostVisits) ? null : NumberReader.TryRead(MostVisits, out var most) && most == decimal.Truncate(most) && most is > 0 and <= int.MaxValue ? (int)most : 0,
        AllowsDownloads = AllowsDownloads,
        HasWatermark = HasWatermark,
        Culture = Languages.All.FirstOrDefault(language => language.Name == Culture) ?? Languages.English,
    };

    /// <summary>As the browsers' fields of days have it.</summary>
    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
