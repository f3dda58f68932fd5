using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ProfitPlanner.Application.Scenarios;
using ProfitPlanner.ProfitModel.Decisions;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.Web.Charts;
using ProfitPlanner.Web.Pages.Scenarios;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Uncertainty;

/// <summary>What to find out next, ranked, in money: for whether to launch, for which price, or for which scenario.</summary>
public sealed class NextModel(IMediator mediator, IStringLocalizer<UncertaintyTexts> texts) : ScenarioPageModel(mediator)
{
    private const string Launch = "launch";

    /// <summary>launch, or the id of a segment whose price is to be chosen, or of another scenario to choose between.</summary>
    [BindProperty(SupportsGet = true, Name = "decision")]
    public string Decision { get; set; } = Launch;

    public DecisionOutcome? Outcome { get; private set; }

    public IReadOnlyList<WorthFinding> Findings { get; private set; } = [];

    public IReadOnlyList<WeighedExperiment> Experiments { get; private set; } = [];

    public IReadOnlyList<ScenarioInput> Uncertain => field ??= Scenario.UncertainInputs();

    /// <summary>Scenarios of the same currency and period that this one can be weighed against.</summary>
    public IReadOnlyList<ListScenarios.Item> Others { get; private set; } = [];

    /// <summary>Adds a planned experiment.</summary>
    /// <param name="remove">The one to take away instead; null to add one.</param>
    public async Task<IActionResult> OnPostExperimentAsync(
        string? name, string? input, string? size, string? cost, string? noise, Guid? remove, CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken);
        if (remove is { } id)
            return await ChangeAsync(ScenarioChange.To<PlannedExperiment>($"experiments/{id}", null), texts["ExperimentRemoved"], cancellationToken);

        decimal? deviation = null;
        if (!string.IsNullOrWhiteSpace(noise))
        {
            if (!NumberReader.TryRead(noise, out var read))
                return await WrongAsync("noise", cancellationToken);
            deviation = read;
        }
        if (!int.TryParse(size, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var observations))
            return await WrongAsync("size", cancellationToken);
        if (!NumberReader.TryRead(cost, out var price))
            return await WrongAsync("cost", cancellationToken);
        if (Uncertain.FirstOrDefault(each => each.Path == input) is not { } found)
            return await WrongAsync("input", cancellationToken);
        if (found.Measure != Measure.Share && deviation is null)
            return await WrongAsync("noise", cancellationToken);
        var experiment = new PlannedExperiment
        {
            Id = Guid.CreateVersion7(),
            Name = name?.Trim() ?? "",
            Input = found.Path,
            SampleSize = observations,
            Cost = price,
            Noise = deviation,
        };
        return await ChangeAsync(ScenarioChange.To($"experiments/{experiment.Id}", experiment), texts["ExperimentSaved"], cancellationToken);
    }

    /// <summary>What knowing each number is worth; null where nothing is.</summary>
    public Chart? Picture(InputWords words)
    {
        var worth = Findings.Where(finding => finding.Value.PerfectInformation > 0).Take(12).ToList();
        if (worth.Count == 0)
            return null;
        var money = (double amount) => Format.Money(amount, Scenario.Currency);
        List<string> names = [.. worth.Select(finding => words.Name(finding.Value.Input.Path, Scenario))];
        return new Chart("worth", texts["WorthTitle", names[0], money(worth[0].Value.PerfectInformation)],
            new BarsDrawing(Scenario.Currency.Code, names,
                [new BarSeries(texts["WorthKnowing"], [.. worth.Select(finding => (decimal)finding.Value.PerfectInformation)])]),
            [texts["Number"], texts["WorthKnowing"]],
            [.. worth.Select((finding, i) => new[] { names[i], money(finding.Value.PerfectInformation) })]);
    }

    private async Task<IActionResult> WrongAsync(string field, CancellationToken cancellationToken)
    {
        Problems = [new FieldProblem(field, field is "input" ? "NotAChoice" : "NotANumber")];
        return await ShownAsync(cancellationToken);
    }

    private Task<IActionResult> ChangeAsync(ScenarioChange change, string notice, CancellationToken cancellationToken) =>
        SaveAsync(new ChangeScenario.Command(Id, [change]), notice, cancellationToken, new { decision = Decision });

    protected override async Task ShowAsync(CancellationToken cancellationToken)
    {
        var listed = await Mediator.Send(new ListScenarios.Query(ListScenarios.Shelf.Active), cancellationToken);
        Others = [.. listed.Items.Where(other => other.Id != Id && other.Scenario.Currency == Scenario.Currency && other.Scenario.Period == Scenario.Period)];
        var alternatives = Alternatives();
        if (alternatives.Count == 0)
            return;
        Outcome = ValueOfInformation.Of(alternatives, cancellationToken: cancellationToken);
        if (Outcome is not DecisionValue value)
            return;
        Findings = FindOutNext.Of(Scenario, value);
        Experiments = FindOutNext.Experiments(Scenario, value);
    }

    private IReadOnlyList<Alternative> Alternatives()
    {
        if (Guid.TryParse(Decision, out var id))
        {
            if (Scenario.Segments.Any(segment => segment.Id == id))
                return Choices.WhichPrice(Scenario, id);
            if (Others.FirstOrDefault(other => other.Id == id) is { } chosen)
                return Choices.WhichScenario([Scenario, chosen.Scenario]);
        }
        Decision = Launch;
        return Choices.LaunchOrNot(Scenario);
    }
}
