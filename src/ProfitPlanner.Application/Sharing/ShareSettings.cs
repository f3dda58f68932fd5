using System.Globalization;
using FluentValidation;
using ProfitPlanner.Application.Accounts;
using ProfitPlanner.Data.Sharing;

namespace ProfitPlanner.Application.Sharing;

/// <summary>All of a link but what it shows: it can be changed whenever the founder likes.</summary>
public sealed record ShareSettings
{
    public const int ShortestPasscode = Passcodes.Shortest;
    public const int LongestPasscode = Passcodes.Longest;
    public const int MostEmails = 50;
    public const int MostVisitsLimit = 100_000;

    /// <summary>For how long a link is open unless the founder says otherwise [days].</summary>
    public const int UsualDays = 30;

    public required string? Name { get; init; }

    /// <summary>The last day that it is open, in UTC.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>A new one; null for none, or for the one that there is.</summary>
    public string? Passcode { get; init; }

    /// <summary>Who may open it; none for whoever has the address.</summary>
    public IReadOnlyList<string> Emails { get; init; } = [];

    /// <summary>Null for any number.</summary>
    public int? MostVisits { get; init; }

    public bool AllowsDownloads { get; init; } = true;

    /// <summary>Whether the viewer's address stands across the page; somebody on the list has one.</summary>
    public bool HasWatermark { get; init; }

    public required CultureInfo Culture { get; init; }

    /// <summary>When the last day is over.</summary>
    internal DateTimeOffset ExpiresAt => new(Until.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);

    internal string[] Addresses => [.. Emails.Select(ShareQueries.Plain).Distinct()];

    internal void ApplyTo(ShareLink link)
    {
        link.Name = Name!.Trim();
        link.ExpiresAt = ExpiresAt;
        link.Emails = Addresses;
        link.MostVisits = MostVisits;
        link.AllowsDownloads = AllowsDownloads;
        link.HasWatermark = HasWatermark;
        link.Culture = Culture.Name;
        if (Passcode is not null)
            link.PasscodeHash = Passcodes.HashOf(Passcode);
    }

    internal sealed class Validator : AbstractValidator<ShareSettings>
    {
        public Validator(TimeProvider time)
        {
            DateOnly Today() => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
            RuleFor(x => x.Name).IsName();
            RuleFor(x => x.Until).Must(day => day >= Today()).WithErrorCode("Past");
            RuleFor(x => x.Until).Must(day => day <= Today().AddYears(2)).WithErrorCode("TooFar");
            RuleFor(x => x.Passcode).Length(ShortestPasscode, LongestPasscode).WithErrorCode("Length").When(x => x.Passcode is not null);
            RuleFor(x => x.Emails.Count).LessThanOrEqualTo(MostEmails).OverridePropertyName(nameof(Emails)).WithErrorCode("TooMany");
            RuleFor(x => x.Emails).Must(emails => emails.All(AccountRules.IsMailbox)).WithErrorCode("NotAnEmail");
            RuleFor(x => x.MostVisits).InclusiveBetween(1, MostVisitsLimit).WithErrorCode("OutOfRange");
            RuleFor(x => x.HasWatermark).Must((settings, wanted) => !wanted || settings.Emails.Count > 0).WithErrorCode("NeedsEmails");
            RuleFor(x => x.Culture).Must(culture => culture.TwoLetterISOLanguageName is "en" or "zh").WithErrorCode("Unknown");
        }
    }
}
