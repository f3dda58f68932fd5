using System.Text;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Web.Pages.Sharing.Viewing;

/// <summary>The scenario as a plan file, with what it can be checked by as its notes.</summary>
[AllowAnonymous]
public sealed class PlanModel(IMediator mediator, DashboardWords words) : DashboardPageModel(mediator)
{
    public IActionResult OnGet() => Dashboard.AllowsDownloads
        ? File(
            Encoding.UTF8.GetBytes(PlanJson.Write(Shown.Scenario with { Notes = words.Seal(Dashboard.Content, Dashboard.Hash) })),
            "application/json", "scenario.json")
        : NotFound();
}
