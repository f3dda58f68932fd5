using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ProfitPlanner.Application.Sharing;
using ProfitPlanner.Web.Charts;
using ProfitPlanner.Web.Pages.Scenarios;
using ProfitPlanner.Web.Pages.Sharing.Viewing.Printing;

namespace ProfitPlanner.Web.Pages.Sharing.Viewing;

/// <summary>The dashboard; or its door, which looks the same whatever keeps it shut.</summary>
[AllowAnonymous, TypeFilter<PrintTicketFilter>]
public sealed class IndexModel(IMediator mediator, DashboardWords words, DashboardCharts charts) : DashboardPageModel(mediator)
{
    /// <summary>Whose prices are looked at, by its place among the segments; null for the first that has a best price.</summary>
    [FromQuery(Name = "segment")]
    public int? SegmentIndex { get; set; }

    public int PriceIndex { get; private set; }

    public IReadOnlyList<Figure> Figures { get; private set; } = [];

    /// <summary>Null where nothing could be simulated.</summary>
    public Figure? Downside { get; private set; }

    public IReadOnlyList<Assumption> Assumptions { get; private set; } = [];

    /// <summary>What is new since this viewer looked last; null where nothing can be.</summary>
    public IReadOnlyList<ChangeView>? Changes { get; private set; }

    /// <summary>It is being made into a file, on which nothing can be pressed.</summary>
    public bool IsPrinting => PrintTicketFilter.IsPrinting(HttpContext);

    // What prints the page is no visitor of its own.
    protected override bool BeginsVisit => !IsPrinting;

    public IActionResult OnGet()
    {
        var prices = Shown.Results.Prices;
        PriceIndex = SegmentIndex ?? Math.Max(0, prices.ToList().FindIndex(each => each.Price.Reason is null));
        if (PriceIndex < 0 || PriceIndex >= Math.Max(1, prices.Count))
            return NotFound();
        var content = Dashboard.Content;
        Figures = words.Figures(Shown.Scenario, Shown.Results, content.Definitions);
        if (Shown.Results.Simulation is { } simulation)
            Downside = words.Downside(Shown.Scenario, simulation, content.Definitions);
        if (content.Parts.Contains(DashboardPart.Assumptions))
            Assumptions = words.Assumptions(Shown);
        if (Dashboard.LastSeen is { } last && last.Scenarios.FirstOrDefault(each => each.Scenario.Name == Shown.Scenario.Name) is { } before)
            Changes = words.Changes(before, last, Shown, content);
        return Page();
    }

    public Chart? Chart(DashboardPart part) => Dashboard.Content.Parts.Contains(part) ? charts.Of(part, Shown, PriceIndex) : null;

    public Chart? Histogram() => charts.Histogram(Shown);

    public string Seal() => words.Seal(Dashboard.Content, Dashboard.Hash);

    protected override async Task<IActionResult> ShutAsync()
    {
        await Door.WaitAsync(HttpContext);
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
