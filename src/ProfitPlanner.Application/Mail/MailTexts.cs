using System.Globalization;
using System.Resources;

namespace ProfitPlanner.Application.Mail;

/// <summary>The mails' words; the .resx files beside this one hold a subject and a body for each kind of mail.</summary>
internal static class MailTexts
{
    private static readonly ResourceManager Texts = new(typeof(MailTexts));

    public static string Get(string name, CultureInfo culture) =>
        Texts.GetString(name, culture) ?? throw new ArgumentException($"There is no mail text '{name}'.", nameof(name));
}
