using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ProfitPlanner.Application.Scenarios;
using ProfitPlanner.Application.Uncertainty;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.ProfitModel.Uncertainty;
using ProfitPlanner.Web.Pages.Scenarios;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Uncertainty;

/// <summary>What each number may be and where it comes from, and what profit may be then.</summary>
public sealed class IndexModel(IMediator mediator, IStringLocalizer<UncertaintyTexts> texts) : ScenarioPageModel(mediator)
{
    // Quick enough to be there with the page; whoever wants more asks for it.
    private const int Trials = 20_000;

    public SimulationOutcome Outcome { get; private set; } = null!;

    public IReadOnlyList<ScenarioInput> Inputs => field ??= Scenario.Inputs();

    public IReadOnlyList<ScenarioInput> Uncertain => field ??= Scenario.UncertainInputs();

    /// <summary>The number that could not be saved, whose fields keep what was typed; null where there is none.</summary>
    public string? Refused { get; private set; }

    /// <summary>Saves one number, its distribution, and where it comes from.</summary>
    public async Task<IActionResult> OnPostInputAsync(
        string path, string? value, ProvenanceKind? kind, string? reason, string? link, DateOnly? date, CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken);
        if (Inputs.FirstOrDefault(i => i.Path == path) is not { } input)
            return NotFound();
        Refused = path;
        if (!EstimateText.TryRead(value, input.Measure == Measure.Share, out var estimate))
        {
            Problems = [new FieldProblem(path, input.Measure == Measure.Share ? "NotAShareText" : "NotANumber")];
            return await ShownAsync(cancellationToken);
        }
        Provenance? source = kind is { } known
            ? new Provenance(known, string.IsNullOrWhiteSpace(reason) ? texts[$"Kind.{known}"] : reason.Trim())
            {
                Link = string.IsNullOrWhiteSpace(link) ? null : link.Trim(),
                Date = date,
            }
            : null;
        var command = new ChangeScenario.Command(
            Id, [ScenarioChange.To(path, (Estimate?)estimate)], new Dictionary<string, Provenance?> { [path] = source });
        if (await TryAsync(command, cancellationToken))
            return Done(texts["InputSaved"]);
        // Whether of the number or of where it comes from, it is this row that is to be mended.
        Problems = [.. Problems.Select(problem => problem with { Path = path })];
        return await ShownAsync(cancellationToken);
    }

    /// <summary>A field of a number: as it was typed where that could not be saved, else as it is stored.</summary>
    public string? Field(string path, string field, string? stored) => Refused == path ? Request.Form[field].ToString() : stored;

    /// <summary>Says that two numbers move together, or no longer do.</summary>
    /// <param name="remove">The pair to take away, or null to add one.</param>
    public async Task<IActionResult> OnPostCorrelationAsync(string? first, string? second, string? rank, Guid? remove, CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken);
        ScenarioChange change;
        if (remove is { } id)
        {
            change = ScenarioChange.To<Correlation>($"correlations/{id}", null);
        }
        else
        {
            var isPair = first != second && Uncertain.Any(i => i.Path == first) && Uncertain.Any(i => i.Path == second);
            if (!isPair || !NumberReader.TryRead(rank, out var number))
            {
                Problems = [new FieldProblem("rank", isPair ? "NotANumber" : "ProblemSamePair")];
                return await ShownAsync(cancellationToken);
            }
            var pair = Scenario.Correlations.FirstOrDefault(c => (c.First == first && c.Second == second) || (c.First == second && c.Second == first))
                ?? new Correlation { Id = Guid.CreateVersion7(), First = first!, Second = second! };
            change = ScenarioChange.To($"correlations/{pair.Id}", pair with { Rank = number });
        }
        if (await TryAsync(new ChangeScenario.Command(Id, [change]), cancellationToken))
            return Done(texts["CorrelationsSaved"]);
        Problems = [.. Problems.Select(problem => problem with { Path = "rank" })];
        var page = await ShownAsync(cancellationToken);
        // Where they cannot all hold, this says which nearest ones can.
        if (Simulation.Run(ScenarioDiff.Apply(Scenario, [change]).Scenario, new SimulationOptions { Trials = 1 }, progress: null, cancellationToken) is InvalidCorrelations invalid)
            Outcome = invalid;
        return page;
    }

    /// <summary>Starts a long simulation and answers with how far it is.</summary>
    public async Task<IActionResult> OnPostRunAsync(int trials, int seed, SamplingMethod method, CancellationToken cancellationToken)
    {
        try
        {
            var run = await Mediator.Send(new StartSimulation.Command(Id, trials, seed, method), cancellationToken);
            return await OnGetRunAsync(run, cancel: false, cancellationToken);
        }
        catch (ValidationException)
        {
            return Partial("_RunRefused", SimulationOptions.MostTrials);
        }
    }

    /// <summary>How far a simulation is, or its result.</summary>
    public async Task<IActionResult> OnGetRunAsync(Guid run, bool cancel, CancellationToken cancellationToken)
    {
        var found = await Mediator.Send(new WatchSimulation.Query(Id, run, cancel), cancellationToken);
        if (found is null)
            return Partial("_RunGone");
        if (found.Outcome is not { } outcome)
            return Partial("_Run", found);
        await OpenAsync(cancellationToken);
        return Partial("_Outcome", new OutcomeView(Scenario, outcome));
    }

    protected override Task ShowAsync(CancellationToken cancellationToken)
    {
        Outcome = Simulation.Run(Scenario, new SimulationOptions { Trials = Trials }, progress: null, cancellationToken);
        return Task.CompletedTask;
    }
}

public sealed record OutcomeView(Scenario Scenario, SimulationOutcome Outcome);
