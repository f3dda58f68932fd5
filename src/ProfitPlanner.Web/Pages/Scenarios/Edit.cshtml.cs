using System.Text;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using ProfitPlanner.Application.Scenarios;
using ProfitPlanner.Application.Scenarios.Workbooks;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Scenarios;

/// <summary>The editor: one page that is opened, and one handler that saves and answers with the new numbers.</summary>
public sealed class EditModel(IMediator mediator, IStringLocalizer<ScenarioTexts> texts) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public OpenScenario.Result Opened { get; private set; } = null!;

    public ScenarioView View { get; private set; } = null!;

    /// <summary>Tells this opened page from every other; see <see cref="SaveScenario"/>.</summary>
    public Guid EditorId { get; } = Guid.NewGuid();

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Opened = await mediator.Send(new OpenScenario.Query(Id), cancellationToken);
        View = ScenarioView.Of(Opened.Scenario, texts);
    }

    /// <summary>The scenario as a plan file, which the command line reads too.</summary>
    public async Task<IActionResult> OnGetExportAsync(CancellationToken cancellationToken)
    {
        var opened = await mediator.Send(new OpenScenario.Query(Id), cancellationToken);
        return File(Encoding.UTF8.GetBytes(PlanJson.Write(opened.Scenario)), "application/json", "plan.json");
    }

    /// <summary>The scenario as a workbook with live formulas.</summary>
    public async Task<IActionResult> OnGetWorkbookAsync([FromServices] InputWords words, CancellationToken cancellationToken)
    {
        var scenario = (await mediator.Send(new OpenScenario.Query(Id), cancellationToken)).Scenario;
        var file = ScenarioWorkbook.Write(scenario, ScenarioWorkbookWords.Of(scenario, words, texts));
        return File(file, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "scenario.xlsx");
    }

    /// <summary>Saves what is in the form and answers with the fragments that change.</summary>
    public async Task<IActionResult> OnPostSaveAsync(
        int baseRevision, Guid editorId, SaveScenario.Choice choice, int? seenRevision, Guid? curveSegment, Guid? redraw, CancellationToken cancellationToken)
    {
        if (!Request.Form.ContainsKey(ScenarioForm.Complete))
            return BadRequest();
        var (scenario, problems) = ScenarioForm.Read(Request.Form);
        if (scenario is null)
            return Partial("_NotSaved", problems);
        try
        {
            var result = await mediator.Send(
                new SaveScenario.Command(Id, baseRevision, editorId, scenario, choice, seenRevision), cancellationToken);
            return result switch
            {
                // What was put together from two people's edits is not what the form shows: it is opened anew.
                SaveScenario.Result.Saved when choice != SaveScenario.Choice.None => Reload(),
                SaveScenario.Result.Saved saved => Partial("_Saved", new SavedView(
                    saved, ScenarioView.Of(saved.Scenario, texts, curveSegment), saved.Scenario.Segments.FirstOrDefault(s => s.Id == redraw))),
                SaveScenario.Result.Conflict conflict => Partial("_Conflict", new ConflictView(conflict, scenario)),
                _ => throw new InvalidOperationException($"A save cannot end in {result}."),
            };
        }
        catch (ValidationException e)
        {
            return Partial("_NotSaved", FieldProblems.Of(e));
        }
    }

    private EmptyResult Reload()
    {
        Response.Headers["HX-Refresh"] = "true";
        return new EmptyResult();
    }
}

/// <param name="Redraw">The segment whose row is drawn anew, since its business model has changed; null for none.</param>
public sealed record SavedView(SaveScenario.Result.Saved Saved, ScenarioView View, Segment? Redraw);

public sealed record ConflictView(SaveScenario.Result.Conflict Conflict, Scenario Mine);
