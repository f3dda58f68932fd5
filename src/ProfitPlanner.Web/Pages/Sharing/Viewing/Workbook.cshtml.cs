using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ProfitPlanner.Application.Scenarios.Workbooks;
using ProfitPlanner.Web.Pages.Scenarios;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Sharing.Viewing;

/// <summary>The scenario as a workbook with live formulas.</summary>
[AllowAnonymous]
public sealed class WorkbookModel(IMediator mediator, DashboardWords words, InputWords inputs, IStringLocalizer<ScenarioTexts> texts) : DashboardPageModel(mediator)
{
    public IActionResult OnGet()
    {
        if (!Dashboard.AllowsDownloads)
            return NotFound();
        var said = ScenarioWorkbookWords.Of(Shown.Scenario, inputs, texts);
        var file = ScenarioWorkbook.Write(Shown.Scenario, said with { Advice = $"{said.Advice} {words.Seal(Dashboard.Content, Dashboard.Hash)}" });
        return File(file, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "scenario.xlsx");
    }
}
