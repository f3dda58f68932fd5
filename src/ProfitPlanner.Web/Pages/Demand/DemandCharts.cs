using Microsoft.Extensions.Localization;
using ProfitPlanner.Application.Demand;
using ProfitPlanner.ProfitModel.Demand;
using ProfitPlanner.Web.Charts;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Demand;

/// <summary>Pictures of demand. No amount of money is in them; a drawing needs a currency all the same.</summary>
internal sealed class DemandCharts(IStringLocalizer<DemandTexts> texts, DemandWords words)
{
    private const string NoCurrency = "USD";

    /// <param name="name">What the line is of.</param>
    public Chart Trend(OpenDemandTrend.Result trend, string name)
    {
        // An interval of nothing is all there could be: a gap says that better.
        var drawn = trend.Periods.Select((period, i) => (Period: period, X: i)).Where(each => each.Period.Conversations > 0).ToList();
        List<string> labels = [.. trend.Periods.Select(period => words.Period(period.Begin, trend.IsWeekly))];
        var marks = trend.Changes.Select(change => new MarkedPoint(
            change.Index, (decimal)trend.Periods[change.Index].Share.Corrected, texts[change.After > change.Before ? "MarkUp" : "MarkDown"]));
        return new Chart("trend", Title(trend, name, labels),
            new LinesDrawing(NoCurrency, AxisUnit.Count, texts[trend.IsWeekly ? "Week" : "Month"], AxisUnit.Share, name,
                [new LineSeries(name, [.. drawn.Select(each => new[] { each.X, Exact(each.Period.Share.Corrected) })])],
                [new BandSeries(texts["Interval"], [.. drawn.Select(each => new[] { each.X, Exact(each.Period.Share.Low), Exact(each.Period.Share.High) })])],
                Marks: [.. marks], XLabels: labels),
            [texts[trend.IsWeekly ? "Week" : "Month"], texts["Counted"], texts["OfConversations"], texts["PlainShare"], texts["CorrectedShare"], texts["Low"], texts["High"]],
            [.. trend.Periods.Select((period, i) => Row(labels[i], period.Share, period.Conversations))]);
    }

    /// <summary>Why a mix has as many segments as it has.</summary>
    public Chart Criterion(MixRule rule, int segments)
    {
        var least = rule.Criterion.Values.Min();
        var tried = rule.Criterion.OrderBy(each => each.Key).Select(each => (Segments: each.Key, each.Value, More: each.Value - least)).ToList();
        return new Chart("criterion", texts["CriterionTitle", segments],
            new LinesDrawing(NoCurrency, AxisUnit.Count, texts["SegmentsTried"], AxisUnit.Number, texts["AboveLeast"],
                [new LineSeries(texts["AboveLeast"], [.. tried.Select((each, i) => new[] { i, Exact(each.More) })])],
                Marks: [.. tried.Select((each, i) => (each, i)).Where(at => at.each.Segments == segments).Select(at => new MarkedPoint(at.i, Exact(at.each.More), texts["Taken"]))],
                XLabels: [.. tried.Select(each => Format.Number(each.Segments))]),
            [texts["SegmentsTried"], "BIC", texts["AboveLeast"]],
            [.. tried.Select(each => new[] { Format.Number(each.Segments), Number(each.Value), Number(each.More) })]);
    }

    /// <summary>How the customer's mood goes; null where fewer than two turns have one.</summary>
    public Chart? Mood(IReadOnlyList<OpenConversation.Line> lines)
    {
        var known = lines.Where(line => line.Sentiment is not null).ToList();
        if (known.Count < 2)
            return null;
        var (first, last) = (known[0].Sentiment!.Value, known[^1].Sentiment!.Value);
        return new Chart("mood", texts[last > first ? "MoodUp" : last < first ? "MoodDown" : "MoodSame", DemandWords.Mood(first), DemandWords.Mood(last)],
            new LinesDrawing(NoCurrency, AxisUnit.Count, texts["Turn"], AxisUnit.Number, texts["Sentiment"],
                [new LineSeries(texts["Sentiment"], [.. known.Select((line, i) => new[] { i, Exact(line.Sentiment!.Value) })])],
                XLabels: [.. known.Select(line => Format.Number(line.Number + 1))]),
            [texts["Turn"], texts["Sentiment"]],
            [.. known.Select(line => new[] { Format.Number(line.Number + 1), DemandWords.Mood(line.Sentiment) })]);
    }

    /// <summary>A row of figures after its name: counted, of, plain, corrected, low, high.</summary>
    public static IReadOnlyList<string> Row(string name, ShareEstimate? share, long conversations) => share is null
        ? [name, "0", Format.Number(conversations), "–", "–", "–", "–"]
        : [name, Format.Number(share.Given), Format.Number(conversations), Format.Percent(share.Plain), Format.Percent(share.Corrected), Format.Percent(share.Low), Format.Percent(share.High)];

    private string Title(OpenDemandTrend.Result trend, string name, List<string> labels) => trend.Changes switch
    {
        [] => texts["TrendFlat", name],
        [.., var last] => texts[last.After > last.Before ? "TrendUp" : "TrendDown", name, labels[last.Index], DemandWords.Share(last.Before), DemandWords.Share(last.After)],
    };

    private static string Number(double value) => Format.Number((decimal)Math.Round(value, 1));

    private static decimal Exact(double value) => (decimal)Math.Round(value, 5);
}
