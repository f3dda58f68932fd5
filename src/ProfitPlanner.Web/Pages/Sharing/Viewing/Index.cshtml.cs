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
    private static readonly DashboardPart[] PictureOrder =
        [DashboardPart.Waterfall, DashboardPart.Segments, DashboardPart.Cash, DashboardPart.Price, DashboardPart.Tornado, DashboardPart.Demand];

    /// <summary>What was tried at the door, to be kept in its fields.</summary>
    public DoorForm Tried { get; private set; } = new(false, false, null, null);

    /// <summary>Whose prices are looked at, by its place among the segments; null for the first that has a best price.</summary>
    [FromQuery(Name = "segment")]
    public int? SegmentIndex { get; set; }

    public int PriceIndex { get; private set; }

    public IReadOnlyList<Figure> Figures { get; private set; } = [];

    /// <summary>Null where nothing could be simulated.</summary>
    public Figure? Downside { get; private set; }

    /// <summary>In the order they are shown.</summary>
    public IReadOnlyList<(DashboardPart Part, Chart Chart)> Pictures { get; private set; } = [];

    /// <summary>Null where nothing is uncertain.</summary>
    public Chart? Histogram { get; private set; }

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
        Pictures =
        [
            .. from part in PictureOrder
               where content.Parts.Contains(part)
               let chart = charts.Of(part, Shown, PriceIndex)
               where chart is not null
               select (part, chart),
        ];
        Histogram = charts.Histogram(Shown);
        if (content.Parts.Contains(DashboardPart.Assumptions))
            Assumptions = words.Assumptions(Shown);
        if (Dashboard.LastSeen is { } last && last.Scenarios.FirstOrDefault(each => each.Scenario.Name == Shown.Scenario.Name) is { } before)
            Changes = words.Changes(before, last, Shown, content);
        return Page();
    }

    /// <summary>The door is open already.</summary>
    public IActionResult OnPost() => Redirect(Request.Path);

    /// <summary>What a viewer may ask about: each by its name on the page, and in words.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Askable() =>
    [
        .. from figure in Downside is null ? Figures : Figures.Append(Downside) select KeyValuePair.Create(figure.Name, figure.Label),
        .. from chart in Pictures.Select(picture => picture.Chart).Append(Histogram) where chart is not null select KeyValuePair.Create($"chart-{chart.Id}", chart.Title),
        .. from at in Assumptions.Index() select KeyValuePair.Create($"assumption-{at.Index}", at.Item.Name),
    ];

    public string Seal() => words.Seal(Dashboard.Content, Dashboard.Hash);

    protected override async Task<IActionResult> ShutAsync()
    {
        if (HttpMethods.IsPost(Request.Method) && await TryAsync(await Request.ReadFormAsync(HttpContext.RequestAborted)) is { } key)
        {
            ShareKey.Keep(HttpContext, Token, key);
            return Redirect(Request.Path);
        }
        await Door.WaitAsync(HttpContext);
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }

    private async Task<string?> TryAsync(IFormCollection form)
    {
        string? Of(string field) => form[field].ToString() is { Length: > 0 } typed ? typed : null;
        var (passcode, email, code) = (Of("passcode"), Of("email"), Of("code"));
        if (form.ContainsKey("send"))
        {
            await Mediator.Send(new SendDoorCode.Command(Token, passcode, email), HttpContext.RequestAborted);
            Tried = new DoorForm(HasAsked: true, HasTried: false, passcode, email);
            return null;
        }
        Tried = new DoorForm(HasAsked: false, HasTried: true, Passcode: null, email);
        return await Mediator.Send(new PassDoor.Command(Token, passcode, email, code), HttpContext.RequestAborted);
    }
}

/// <param name="HasAsked">For a code.</param>
/// <param name="HasTried">To come in, in vain.</param>
public sealed record DoorForm(bool HasAsked, bool HasTried, string? Passcode, string? Email);
