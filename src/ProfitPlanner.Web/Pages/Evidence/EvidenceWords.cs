using System.Globalization;
using Microsoft.Extensions.Localization;
using ProfitPlanner.Application.Evidence;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.ProfitModel.Uncertainty;
using ProfitPlanner.Web.Pages.Scenarios;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Evidence;

/// <summary>Evidence in sentences.</summary>
public sealed class EvidenceWords(IStringLocalizer<EvidenceTexts> texts)
{
    /// <summary>As in: SMB: 14% (11%–17%) of 1,240 conversations ask for “Cheaper plan”, 2026-01 to 2026-03.</summary>
    public string Signal(MeasuredSignal signal) => texts[
        "Signal", signal.Segment?.Name ?? texts["Everybody"].Value, Share(signal.Share.Corrected), Share(signal.Share.Low), Share(signal.Share.High),
        Format.Number(signal.Conversations), Intents(signal), Span(signal)];

    /// <summary>What was counted before any correction.</summary>
    public string Counted(MeasuredSignal signal) => texts[
        signal.IsCorrected ? "Counted" : "CountedOnly", Format.Number(signal.Share.Given), Share(signal.Share.Plain), Share(signal.Share.PlainLow), Share(signal.Share.PlainHigh),
        signal.ModelNumber, Format.Number(signal.PriceWords)];

    public string Intents(MeasuredSignal signal) =>
        string.Join(texts["Or"], signal.Intents.Select(intent => texts["Quoted", intent.In(CultureInfo.CurrentUICulture)].Value));

    /// <summary>A factor with its unit and, where it is not known exactly, its deviation.</summary>
    public string Part(EvidenceArithmetic.Part part)
    {
        var isShare = part.Name is "share" or "takers";
        string Number(double value) => isShare ? Share(value) : Format.Digits(value);
        var value = part.Factor.Deviation == 0 ? Number(part.Factor.Mean) : $"{Number(part.Factor.Mean)} ± {Number(part.Factor.Deviation)}";
        return (part.Factor.Divides ? "÷ " : part.Name == "share" ? "" : "× ") + value;
    }

    /// <summary>A number of the scenario, with what it may be.</summary>
    public static string Number(EvidenceTarget target, Estimate estimate, Scenario scenario) => InputWords.Summary(target.Input with { Estimate = estimate }, scenario);

    /// <summary>A number of the scenario as it is typed.</summary>
    public static string Distribution(EvidenceTarget target, Estimate estimate) => estimate.Distribution switch
    {
        BetaDistribution beta => $"beta({Format.Number((decimal)Math.Round(beta.Alpha, 1))}, {Format.Number((decimal)Math.Round(beta.Beta, 1))})",
        LognormalDistribution lognormal => $"lognormal({Format.Digits(lognormal.Mu)}, {Format.Digits(lognormal.Sigma)})",
        _ => InputWords.Field(target.Input with { Estimate = estimate }),
    };

    public static string Share(double share) => Format.Percent(share, share < 0.1 ? 2 : 1);

    /// <summary>Where the sentences of the signal are.</summary>
    public static string Sentences(string organisation, MeasuredSignal signal, MeasuredSignal.Intent intent)
    {
        Dictionary<string, string?> query = new()
        {
            ["intent"] = intent.Key,
            ["segment"] = signal.Segment?.Id.ToString(),
            ["from"] = Field(signal.From),
            ["to"] = Field(signal.To),
            // One month is asked for by its name.
            ["month"] = signal.From is not null && signal.From == signal.To ? Field(signal.From) : null,
            ["model"] = signal.Model.ToString(),
        };
        return $"/o/{organisation}/demand/sentences{QueryString.Create(query.Where(each => each.Value is not null))}";
    }

    /// <summary>A month as fields and addresses have it.</summary>
    public static string? Field(DateOnly? month) => month?.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private string Span(MeasuredSignal signal) => (signal.From, signal.To) switch
    {
        (null, null) => texts["SpanAll"],
        ({ } from, null) => texts["SpanFrom", Month(from)],
        (null, { } to) => texts["SpanTo", Month(to)],
        ({ } from, { } to) when from == to => texts["SpanMonth", Month(from)],
        ({ } from, { } to) => texts["SpanMonths", Month(from), Month(to)],
    };

    private string Month(DateOnly month) => month.ToString(texts["MonthForm"], CultureInfo.CurrentCulture);
}
