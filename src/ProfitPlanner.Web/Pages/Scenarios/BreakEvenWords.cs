using Microsoft.Extensions.Localization;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Scenarios;

/// <summary>Where a scenario breaks even, in a sentence.</summary>
internal static class BreakEvenWords
{
    /// <param name="conversion">The common factor on every conversion.</param>
    public static string Sentence(BreakEvenPoint conversion, IStringLocalizer<ScenarioTexts> texts) => conversion.Value switch
    {
        null => texts["TakeawayNone", texts[$"Unreachable{conversion.Reason}"].Value],
        <= 1 => texts["TakeawaySafe", Format.Percent(1 - conversion.Value)],
        _ => texts["TakeawayShort", Format.Percent(conversion.Value - 1)],
    };
}
