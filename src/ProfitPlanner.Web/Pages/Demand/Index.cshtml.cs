using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using ProfitPlanner.Application.Demand;
using ProfitPlanner.Application.Demand.Signals;
using ProfitPlanner.Data.Demand;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Demand;

/// <summary>What customers want, and what of it grows.</summary>
public sealed class IndexModel(IMediator mediator, IStringLocalizer<DemandTexts> texts) : PageModel
{
    /// <summary>Before a signal where <see cref="Trend"/> names one.</summary>
    public const string SignalPrefix = "signal:";

    /// <summary>What anybody can have come for: a conversation of mere talk is of none of these.</summary>
    public static readonly IntentKind[] Kinds = [IntentKind.Demand, IntentKind.Service];

    /// <summary>First month, as in 2026-03.</summary>
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Set { get; set; }

    [BindProperty(SupportsGet = true)]
    public IntentKind[] Group { get; set; } = [];

    /// <summary>Whether shares are as they were counted.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Plain { get; set; }

    /// <summary>An intent, or a signal after <see cref="SignalPrefix"/>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Trend { get; set; }

    /// <summary>Whose trend and signals are shown; null for everybody's.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Of { get; set; }

    public OpenDemand.Result Opened { get; private set; } = null!;

    public IReadOnlyList<ListSignals.Signal> Signals { get; private set; } = [];

    /// <summary>Null where there is nothing to draw.</summary>
    public OpenDemandTrend.Result? Line { get; private set; }

    public DateOnly? FirstMonth { get; private set; }

    public DateOnly? LastMonth { get; private set; }

    public IReadOnlyList<NamedIntent> Rows =>
        [.. Opened.Counted!.Intents.Where(intent => intent.Kind is not { } kind || Group.Contains(kind))];

    /// <summary>This address with another value of one of its fields.</summary>
    public string With(string field, string value) =>
        QueryString.Create(Request.Query.Where(each => !each.Key.Equals(field, StringComparison.OrdinalIgnoreCase)).Append(new(field, value))).ToString();

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if (Group.Length == 0)
            Group = Kinds;
        ReadMonths();
        Opened = await mediator.Send(new OpenDemand.Query(FirstMonth, LastMonth, Set), cancellationToken);
        if (Opened.Counted is not { } counted)
            return;
        // A segment of another set is looked at no more.
        if (counted.Set?.Segments.Any(segment => segment.Id == Of) != true)
            Of = null;
        Signals = await mediator.Send(new ListSignals.Query(Of, FirstMonth, LastMonth), cancellationToken);
        Trend = KnownTrend(counted);
        if (Trend is null)
            return;
        var isSignal = Trend.StartsWith(SignalPrefix, StringComparison.Ordinal);
        Line = await mediator.Send(new OpenDemandTrend.Query(
            isSignal ? Trend[SignalPrefix.Length..] : Trend, isSignal ? DemandMeasure.Signal : DemandMeasure.Intent, Of, FirstMonth, LastMonth), cancellationToken);
    }

    public async Task<IActionResult> OnPostRefreshAsync(CancellationToken cancellationToken)
    {
        var job = await mediator.Send(new RefreshSegments.Command(), cancellationToken);
        TempData["Notice"] = texts[job is null ? "Refreshed" : "Refreshing"].Value;
        return RedirectToPage();
    }

    private void ReadMonths()
    {
        if (!MonthField.TryRead(From, out var first))
            ModelState.AddModelError(nameof(From), texts["MonthWrong"]);
        if (!MonthField.TryRead(To, out var last))
            ModelState.AddModelError(nameof(To), texts["MonthWrong"]);
        if (first > last)
            ModelState.AddModelError(nameof(To), texts["MonthsReversed"]);
        if (ModelState.IsValid)
            (FirstMonth, LastMonth) = (first, last);
    }

    // What is asked for where there is such a thing; else what has grown, else what is wanted most.
    private string? KnownTrend(OpenDemand.Counts counted) =>
        Trend is { } asked && (counted.Intents.Any(intent => intent.Key == asked)
            || (asked.StartsWith(SignalPrefix, StringComparison.Ordinal) && DemandSignals.Find(asked[SignalPrefix.Length..]) is not null)) ? asked
        : counted.Growth?.Intent.Key ?? (Rows is [var most, ..] ? most.Key : null);
}
