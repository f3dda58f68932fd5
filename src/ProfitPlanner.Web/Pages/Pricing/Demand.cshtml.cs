using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ProfitPlanner.Application.Pricing;
using ProfitPlanner.ProfitModel.Pricing;
using ProfitPlanner.ProfitModel.Pricing.Fitting;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.Web.Charts;
using ProfitPlanner.Web.Pages.Scenarios;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Pricing;

/// <summary>How a segment's conversion follows its price: typed, or fitted to what was measured.</summary>
public sealed class DemandModel(IMediator mediator, IStringLocalizer<PricingTexts> texts) : ScenarioPageModel(mediator)
{
    private const int LongestData = 200_000;

    [BindProperty(SupportsGet = true, Name = "segment")]
    public Guid? SegmentId { get; set; }

    [BindProperty]
    public SurveyKind Survey { get; set; }

    [BindProperty]
    public string? Data { get; set; }

    public Segment? Segment { get; private set; }

    public DemandReading? Reading { get; private set; }

    public Chart? Picture { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) => await ShowAsync(cancellationToken);

    /// <summary>Saves a curve whose numbers were typed.</summary>
    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancellationToken)
    {
        await ShowAsync(cancellationToken);
        if (Segment is null)
            return NotFound();
        var (demand, problems) = DemandForm.Read(Request.Form);
        Problems = problems;
        if (problems.Count > 0)
            return Page();
        if (await TryAsync(new AdoptDemand.Command(Id, Segment.Id, demand, null, null), cancellationToken))
            return Done(texts["DemandSaved"]);
        // The model names a number by its place in the scenario; here it stands in its kind's field.
        var path = $"segments/{Segment.Id}/demand/";
        Problems = [.. Problems.Select(problem => problem with { Path = problem.Path.Replace(path, $"{DemandKinds.Of(demand)}/", StringComparison.Ordinal) })];
        return Page();
    }

    /// <summary>Shows what the data say; saves nothing.</summary>
    public async Task<IActionResult> OnPostFitAsync(CancellationToken cancellationToken)
    {
        await ShowAsync(cancellationToken);
        return Page();
    }

    /// <summary>Saves what the data say of one kind of curve.</summary>
    public async Task<IActionResult> OnPostAdoptAsync(string choice, CancellationToken cancellationToken)
    {
        await ShowAsync(cancellationToken);
        if (Segment is null || Reading?.Choice(choice) is not { } found)
            return NotFound();
        var kind = Survey == SurveyKind.Experiment ? ProvenanceKind.Experiment : ProvenanceKind.Survey;
        var source = new Provenance(kind, Reading.Reason(texts, found));
        return await TryAsync(new AdoptDemand.Command(Id, Segment.Id, found.Demand, found.Rank, source), cancellationToken)
            ? Done(texts["DemandAdopted"])
            : Page();
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken);
        Segment = Scenario.Segments.FirstOrDefault(s => s.Id == SegmentId) ?? (Scenario.Segments.Count > 0 ? Scenario.Segments[0] : null);
        if (Segment is null)
            return;
        if (!string.IsNullOrWhiteSpace(Data))
        {
            Reading = Data.Length > LongestData
                ? DemandReading.TooLong
                : DemandReading.Of(SurveyData.Read(Survey, Data), Survey, UnitCost);
        }
        Picture = new DemandCharts(texts, Scenario).Curve(Segment, Reading?.Observations ?? []);
    }

    private double UnitCost =>
        (double)((Segment!.VariableCost ?? Scenario.VariableCost).Value + (Segment.RetentionCost ?? Scenario.RetentionCost).Value);

    private RedirectToPageResult Done(string notice)
    {
        TempData["Notice"] = notice;
        return RedirectToPage(new { organisation = RouteData.Values["organisation"], id = Id, segment = Segment!.Id });
    }
}
