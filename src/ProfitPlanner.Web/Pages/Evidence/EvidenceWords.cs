using System.Globalization;
using Microsoft.Extensions.Localization;
using ProfitPlanner.Application.Demand;
using ProfitPlanner.Application.Evidence;
using ProfitPlanner.ProfitModel.Demand;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.ProfitModel.Uncertainty;
using ProfitPlanner.Web.Pages.Demand;
using ProfitPlanner.Web.Pages.Scenarios;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Evidence;

/// <summary>Evidence in sentences.</summary>
public sealed class EvidenceWords(IStringLocalizer<EvidenceTexts> texts)
{
    /// <summary>As in: SMB: 14% (11%–17%) of 1,240 conversations ask for “Cheaper plan”, 2026-01 to 2026-03.</summary>
    public string Signal(MeasuredSignal signal) =>
        Signal(signal.Segment?.Name, signal.Share, signal.Conversations, Names(signal), signal.From, signal.To);

    /// <param name="segment">Null for everybody.</param>
    public string Signal(string? segment, ShareEstimate share, long conversations, IEnumerable<string> intents, DateOnly? from, DateOnly? to) => texts[
        "Signal", segment ?? texts["Everybody"].Value, Share(share.Corrected), Share(share.Low), Share(share.High),
        Format.Number(conversations), Intents(intents), Span(from, to)];

    /// <summary>What was counted before any correction.</summary>
    public string Counted(MeasuredSignal signal) => texts[
        signal.IsCorrected ? "Counted" : "CountedOnly", Format.Number(signal.Share.Given), Share(signal.Share.Plain), Share(signal.Share.PlainLow), Share(signal.Share.PlainHigh),
        signal.ModelNumber, Format.Number(signal.PriceWords)];

    public string Intents(MeasuredSignal signal) => Intents(Names(signal));

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
    public static string Sentences(string organisation, MeasuredSignal signal, NamedIntent intent)
    {
        Dictionary<string, string?> query = new()
        {
            ["intent"] = intent.Key,
            ["segment"] = signal.Segment?.Id.ToString(),
            ["from"] = DemandWords.Field(signal.From),
            ["to"] = DemandWords.Field(signal.To),
            // One month is asked for by its name.
            ["month"] = signal.From is not null && signal.From == signal.To ? DemandWords.Field(signal.From) : null,
            ["model"] = signal.Model.ToString(),
        };
        return $"/o/{organisation}/demand/sentences{QueryString.Create(query.Where(each => each.Value is not null))}";
    }

    private string Intents(IEnumerable<string> names) => string.Join(texts["Or"], names.Select(name => texts["Quoted", name].Value));

    private static IEnumerable<string> Names(MeasuredSignal signal) => signal.Intents.Select(intent => intent.In(CultureInfo.CurrentUICulture));

    private string Span(DateOnly? from, DateOnly? to) => (from, to) switch
    {
        (null, null) => texts["SpanAll"],
        ({ } begin, null) => texts["SpanFrom", Month(begin)],
        (null, { } end) => texts["SpanTo", Month(end)],
        ({ } begin, { } end) when begin == end => texts["SpanMonth", Month(begin)],
        ({ } begin, { } end) => texts["SpanMonths", Month(begin), Month(end)],
    };

    private string Month(DateOnly month) => month.ToString(texts["MonthForm"], CultureInfo.CurrentCulture);
}
