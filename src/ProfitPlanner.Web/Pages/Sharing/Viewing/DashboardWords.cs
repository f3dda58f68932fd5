using System.Globalization;
using Microsoft.Extensions.Localization;
using ProfitPlanner.Application.Sharing;
using ProfitPlanner.ProfitModel.Projection;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.ProfitModel.Uncertainty;
using ProfitPlanner.Web.Pages.Evidence;
using ProfitPlanner.Web.Pages.Projection;
using ProfitPlanner.Web.Pages.Scenarios;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Sharing.Viewing;

/// <summary>Puts the numbers of a dashboard into words.</summary>
public sealed class DashboardWords(
    IStringLocalizer<DashboardTexts> texts, IStringLocalizer<ScenarioTexts> scenarioTexts, IStringLocalizer<ProjectionTexts> timeTexts,
    IStringLocalizer<UncertaintyTexts> uncertaintyTexts, InputWords inputs, EvidenceWords evidence)
{
    private const string Nothing = "–";

    /// <summary>The figures on top, in the order of <see cref="MetricDefinitions"/>; the downside has a place of its own.</summary>
    /// <param name="definitions">Versions, by the figures' names.</param>
    public IReadOnlyList<Figure> Figures(Scenario scenario, ScenarioResults results, IReadOnlyDictionary<string, int> definitions)
    {
        var summary = results.Projection.Summary;
        var economics = summary.Economics;
        var months = results.Projection.Months;
        var time = new ProjectionCharts(timeTexts, scenario, results.Projection);
        string Money(double amount) => Format.Money(amount, scenario.Currency);
        Figure Of(string name, string? value, string? note = null, double? amount = null) => new(
            name, Label(name, scenario), value ?? Nothing, note, Definition(name, definitions), IsRedefined(name, definitions), amount < 0);

        var profit = results.ExpectedProfit;
        return
        [
            Of(MetricDefinitions.Profit, Money(profit), Band(scenario, results), profit),
            Of(MetricDefinitions.ProbabilityOfProfit, results.Simulation is { } simulation ? Format.Percent(simulation.ProbabilityOfProfit, 1) : null),
            Of(MetricDefinitions.BreakEven,
                results.BreakEven.Conversion.Value is { } factor ? Format.Factor(factor) : scenarioTexts["NotReachable"].Value,
                BreakEvenWords.Sentence(results.BreakEven.Conversion, scenarioTexts)),
            Of(MetricDefinitions.Runway, summary.RunwayMonths is { } runway ? Months(runway) : timeTexts["ToTheEnd"].Value),
            Of(MetricDefinitions.LowestCash, Money(summary.LowestCash), texts["In", time.Name(summary.LowestCashMonth)], summary.LowestCash),
            Of(MetricDefinitions.RecurringRevenue,
                months.Any(month => month.MrrEnd > 0) ? Money(months[0].MrrEnd) : null,
                months.Any(month => month.MrrEnd > 0) ? texts["Becomes", Money(months[^1].MrrEnd), time.Name(months[^1].Month)].Value : null),
            Of(MetricDefinitions.GrossMargin, Format.Percent(results.Profit.ContributionMargin is { } margin ? Math.Round(margin, 4) : null)),
            Of(MetricDefinitions.ValueToCost, economics?.ValueToCost is { } ratio ? Format.Number(Math.Round((decimal)ratio, 2)) : null),
            Of(MetricDefinitions.Payback, economics?.PaybackMonths is { } payback ? Months(payback) : null),
        ];
    }

    /// <summary>What is lost when things go badly.</summary>
    public Figure Downside(Scenario scenario, SimulationResult simulation, IReadOnlyDictionary<string, int> definitions) => new(
        MetricDefinitions.Downside, Label(MetricDefinitions.Downside, scenario),
        Format.Money(simulation.P5, scenario.Currency), null,
        Definition(MetricDefinitions.Downside, definitions), IsRedefined(MetricDefinitions.Downside, definitions), simulation.P5 < 0);

    /// <summary>Which of the figures and of the numbers that may be seen are others than before.</summary>
    public IReadOnlyList<ChangeView> Changes(SharedScenario before, DashboardContent was, SharedScenario now, DashboardContent @is)
    {
        var figures = Figures(before.Scenario, before.Results, was.Definitions)
            .Zip(Figures(now.Scenario, now.Results, @is.Definitions), (then, today) => new ChangeView(today.Label, then.Value, today.Value));
        Dictionary<(string, int), string> old = Numbers(before), @new = Numbers(now);
        var numbers = old.Keys.Union(@new.Keys).Select(number => new ChangeView(
            number.Item1, old.GetValueOrDefault(number, Nothing), @new.GetValueOrDefault(number, Nothing)));
        return [.. figures.Concat(numbers).Where(change => change.Before != change.After)];
    }

    /// <summary>The numbers that the founder let out, with what stands behind each.</summary>
    public IReadOnlyList<Assumption> Assumptions(SharedScenario shared) =>
    [
        .. from pair in Shown(shared)
           let assumption = pair.Assumption
           select new Assumption(
               inputs.Name(assumption.Path, shared.Scenario), InputWords.Summary(pair.Input, shared.Scenario),
               uncertaintyTexts[$"Kind.{assumption.Grade?.ToString() ?? "None"}"],
               assumption.Signal is { } signal
                   ? evidence.Signal(signal.Segment, signal.Share, signal.Conversations, signal.Intents.Select(Name), signal.From, signal.To)
                   : null,
               assumption),
    ];

    /// <summary>An intent as customers' wishes are called in the reader's language.</summary>
    public static string Name(SharedIntent intent) => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? intent.NameZh : intent.Name;

    /// <summary>As it stands on what is taken along, so that a number of it can be held against the dashboard.</summary>
    public string Seal(DashboardContent content, string hash) =>
        texts["Seal", content.Title, content.Organisation, content.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), content.Version, hash];

    private string Band(Scenario scenario, ScenarioResults results) => results.Simulation switch
    {
        null => texts["NotSimulated"],
        { Inputs.Count: 0 } => texts["NothingUncertain"],
        { } simulation => texts["Band", Format.Money(simulation.P10, scenario.Currency), Format.Money(simulation.P90, scenario.Currency)],
    };

    private string Months(double months) => timeTexts["Months", Format.Number(Math.Round((decimal)months, 1))];

    private string Label(string name, Scenario scenario) => texts[$"Figure.{name}", scenarioTexts[$"Per{scenario.Period}"].Value];

    private string Definition(string name, IReadOnlyDictionary<string, int> definitions) => texts[$"Definition.{name}.{VersionOf(name, definitions)}"];

    private static bool IsRedefined(string name, IReadOnlyDictionary<string, int> definitions) => VersionOf(name, definitions) != MetricDefinitions.Current[name];

    private static int VersionOf(string name, IReadOnlyDictionary<string, int> definitions) => definitions.GetValueOrDefault(name, 1);

    // By what they are called, since each snapshot has ids of its own; the first of two of one name is matched with the first.
    private Dictionary<(string, int), string> Numbers(SharedScenario shared) =>
        Shown(shared).GroupBy(pair => inputs.Name(pair.Input.Path, shared.Scenario))
            .SelectMany(same => same.Select((pair, nth) => ((same.Key, nth), InputWords.Summary(pair.Input, shared.Scenario))))
            .ToDictionary(each => each.Item1, each => each.Item2);

    private static IEnumerable<(SharedAssumption Assumption, ScenarioInput Input)> Shown(SharedScenario shared) =>
        shared.Assumptions.Join(shared.Scenario.Inputs(), assumption => assumption.Path, input => input.Path, (assumption, input) => (assumption, input));
}
