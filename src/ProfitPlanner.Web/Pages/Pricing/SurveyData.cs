using ProfitPlanner.ProfitModel.Pricing.Fitting;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Pricing;

/// <summary>What a founder has measured of demand, as pasted.</summary>
public enum SurveyKind
{
    /// <summary>Price, offered, bought.</summary>
    Experiment,

    /// <summary>Gabor-Granger: price, asked, would buy.</summary>
    GaborGranger,

    /// <summary>Van Westendorp's four prices a respondent, and maybe two purchase intents from 1 to 5.</summary>
    VanWestendorp,
}

/// <summary>Reads pasted data; what is wrong names its line.</summary>
internal sealed record SurveyData(IReadOnlyList<PriceObservation> Observations, IReadOnlyList<PurchaseIntentAnswer> Answers, bool HasIntents, int? WrongLine)
{
    public static SurveyData Read(SurveyKind kind, string? text) =>
        kind == SurveyKind.VanWestendorp ? Meter(PastedTable.Read(text, 4, 6)) : Counts(PastedTable.Read(text, 3));

    private static SurveyData Counts(PastedTable table)
    {
        var observations = new List<PriceObservation>();
        foreach (var row in table.Rows)
        {
            if (!PastedTable.IsCount(row[1]) || !PastedTable.IsCount(row[2]) || !PriceObservation.IsPossible(row[0], (long)row[1], (long)row[2]))
                return new SurveyData(observations, [], false, table.Lines[observations.Count]);
            observations.Add(new PriceObservation(row[0], (long)row[1], (long)row[2]));
        }
        return new SurveyData(observations, [], false, table.WrongLine);
    }

    private static SurveyData Meter(PastedTable table)
    {
        // An intent beyond the scale is a slip of columns.
        var wrong = table.Rows.ToList().FindIndex(row => row.Length == 6 && !(IsIntent(row[4]) && IsIntent(row[5])));
        return new SurveyData(
            [],
            [.. table.Rows.Select(row => new PurchaseIntentAnswer(
                new PriceSensitivityAnswer(row[0], row[1], row[2], row[3]),
                row.Length == 6 ? (int)row[4] : 0, row.Length == 6 ? (int)row[5] : 0))],
            table.Rows.Count > 0 && table.Rows.All(row => row.Length == 6),
            wrong >= 0 ? table.Lines[wrong] : table.WrongLine);
    }

    private static bool IsIntent(double number) => number is 1 or 2 or 3 or 4 or 5;
}
