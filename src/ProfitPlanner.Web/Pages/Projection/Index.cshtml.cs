using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ProfitPlanner.Application.Scenarios;
using ProfitPlanner.ProfitModel.Projection;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.Web.Pages.Scenarios;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Projection;

/// <summary>The scenario month by month: customers, revenue, cash, and how long it lasts.</summary>
public sealed class IndexModel(IMediator mediator, IStringLocalizer<ProjectionTexts> texts) : ProjectionPageModel(mediator)
{
    public ProjectionPlan Plan => Scenario.Projection ?? new ProjectionPlan();

    /// <summary>A field: as it was typed where the plan could not be saved, else as it is stored.</summary>
    public string Field(string path, string stored) => IsRefused ? FormFields.Typed(Request, path, stored) : stored;

    /// <summary>A box to tick, likewise.</summary>
    public bool Field(string path, bool stored) => IsRefused ? Request.Form.ContainsKey(path) : stored;

    private bool IsRefused => Problems.Count > 0;

    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken);
        if (!Request.Form.ContainsKey(ScenarioForm.Complete))
            return BadRequest();
        var (changes, problems, added) = ProjectionForm.Read(Request.Form, Scenario);
        Problems = problems;
        if (problems.Count > 0 || !await TryAsync(new ChangeScenario.Command(Id, changes), cancellationToken))
        {
            // What is refused of an added row is refused at the blank one, where it was typed.
            Problems = [.. Problems.Select(problem => problem with { Path = ProjectionForm.Shown(problem.Path, added) })];
            return await ShownAsync(cancellationToken);
        }
        return Done(texts["PlanSaved"]);
    }
}
