using System.Globalization;
using Microsoft.Extensions.Localization;
using ProfitPlanner.Application.Demand;
using ProfitPlanner.Data.Demand;
using ProfitPlanner.ProfitModel.Demand;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Demand;

/// <summary>What the room calls intents, segments, months and shares.</summary>
public sealed class DemandWords(IStringLocalizer<DemandTexts> texts)
{
    private static readonly HashSet<string> Attributes = ["plan", "region", "companySize", "channel"];

    /// <summary>None of these where there is none.</summary>
    public string Intent(NamedIntent? intent) => intent?.In(CultureInfo.CurrentUICulture) ?? texts["NoneOfThese"];

    public string Attribute(string attribute) => Attributes.Contains(attribute) ? texts[$"Attribute.{attribute}"] : attribute;

    public string Set(SegmentSet set) => set.Kind switch
    {
        SegmentKind.Attribute => texts["Set.Attribute", Attribute(set.Attribute ?? "")],
        SegmentKind.Mix => texts["Set.Mix", set.CreatedAt.ToString("d", CultureInfo.CurrentCulture)],
        _ => texts["Set.Drawn"],
    };

    /// <summary>A word about price, which is known by its English name.</summary>
    public string PriceWord(string word) => texts[$"PriceWord.{word}"] is { ResourceNotFound: false } known ? known : word;

    /// <summary>What puts a conversation into the segment; null where only numbers would say it.</summary>
    /// <param name="mentioned">The intent that the rule asks for.</param>
    public string? Rule(SegmentRule? rule, NamedIntent? mentioned) => rule switch
    {
        AttributeRule { Value: { } value } of => texts["Rule.Attribute", Attribute(of.Attribute), value],
        AttributeRule of => texts["Rule.Others", Attribute(of.Attribute), string.Join(texts["ListSeparator"], of.Except)],
        DrawnRule drawn => string.Join(texts["ListSeparator"], Conditions(drawn, mentioned)),
        _ => null,
    };

    public string Month(DateOnly month) => month.ToString(texts["MonthForm"], CultureInfo.CurrentCulture);

    /// <summary>A month, or the week that begins on the day.</summary>
    public string Period(DateOnly begin, bool isWeekly) => isWeekly ? texts["WeekOf", begin.ToString(texts["DayForm"], CultureInfo.CurrentCulture)] : Month(begin);

    /// <summary>As in 14%.</summary>
    public static string Share(double share) => Format.Percent(share, share is > 0 and < 0.0995 ? 1 : 0);

    /// <summary>As in 11–17%.</summary>
    public static string Range(ShareEstimate share, bool isPlain) => isPlain ? Range(share.PlainLow, share.PlainHigh) : Range(share.Low, share.High);

    /// <summary>As in ±3 points.</summary>
    public string Points(double half) => texts["Points", Format.Number((decimal)Math.Round(half * 100, half < 0.0095 ? 1 : 0))];

    /// <summary>From −1 to 1, with its sign.</summary>
    public static string Mood(double? mood) =>
        mood is { } known ? Math.Round(known, 2).ToString("+0.##;\u22120.##;0", CultureInfo.CurrentCulture) : "–";

    /// <summary>As a field of a month has it.</summary>
    public static string? Field(DateOnly? month) => month?.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static string Range(double low, double high)
    {
        var (from, to) = (Share(low), Share(high));
        return from == to ? from : $"{from.TrimEnd('%')}–{to}";
    }

    private IEnumerable<string> Conditions(DrawnRule rule, NamedIntent? mentioned)
    {
        foreach (var condition in rule.Conditions)
            yield return texts[condition.IsPart ? "Rule.Contains" : "Rule.Attribute", Attribute(condition.Attribute), condition.Value];
        if (mentioned is not null)
            yield return texts["Rule.Intent", Intent(mentioned)];
        if (rule.Language is { } language)
            yield return texts["Rule.Language", Language(language)];
        if (rule.From is { } from)
            yield return texts["Rule.From", Month(from)];
        if (rule.To is { } to)
            yield return texts["Rule.To", Month(to)];
    }

    /// <summary>The language's name in the reader's.</summary>
    public static string Language(string code)
    {
        try
        {
            return CultureInfo.GetCultureInfo(code, predefinedOnly: true).DisplayName;
        }
        catch (CultureNotFoundException)
        {
            return code;
        }
    }
}
