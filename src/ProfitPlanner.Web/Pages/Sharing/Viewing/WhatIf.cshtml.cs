using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ProfitPlanner.Application.Sharing;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.Web.Charts;
using ProfitPlanner.Web.Pages.Scenarios;

namespace ProfitPlanner.Web.Pages.Sharing.Viewing;

/// <summary>The viewer's own view of a scenario: what is left of it after a haircut. Nothing of it is kept.</summary>
[AllowAnonymous]
public sealed class WhatIfModel(IMediator mediator, DashboardWords words, DashboardCharts charts) : DashboardPageModel(mediator)
{
    // Enough for figures to three digits, and quick enough to follow a slider.
    private const int Trials = 20_000;
    private const int Runs = 500;

    public HaircutForm Form { get; private set; } = null!;

    /// <summary>The figures on top, before and after; empty where the form cannot be read.</summary>
    public IReadOnlyList<ChangeView> Figures { get; private set; } = [];

    /// <summary>Cash as it would be; null where the form cannot be read.</summary>
    public Chart? Cash { get; private set; }

    public IActionResult OnGet(CancellationToken cancellationToken)
    {
        Form = HaircutForm.Read(Request.Query);
        if (Form.Haircut is { } haircut)
            Calculate(haircut, cancellationToken);
        return Request.Headers.ContainsKey("HX-Request") ? Partial("_WhatIf", this) : Page();
    }

    private void Calculate(Haircut haircut, CancellationToken cancellationToken)
    {
        var (scenario, before) = (Shown.Scenario, Shown.Results);
        // Where nothing is taken off, nothing may differ, not even by chance.
        var after = haircut == Haircut.None
            ? before
            : ScenarioResults.WithoutPictures(
                haircut.Of(scenario), Math.Min(Trials, before.Simulation?.Trials ?? Trials), Math.Min(Runs, before.Fan?.Runs ?? Runs), cancellationToken);
        var definitions = Dashboard.Content.Definitions;
        Figures =
        [
            .. words.Figures(scenario, before, definitions).Zip(words.Figures(scenario, after, definitions),
                (was, @is) => new ChangeView(was.Label, was.Value, @is.Value)),
        ];
        Cash = charts.Cash(scenario, after) with { Id = "what-if" };
    }
}
