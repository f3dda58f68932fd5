using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ProfitPlanner.Application.Pricing;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.Web.Charts;
using ProfitPlanner.Web.Pages.Scenarios;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Pricing;

/// <summary>How a segment's conversion follows its price: typed, or fitted to what was measured.</summary>
public sealed class DemandModel(IMediator mediator, IStringLocalizer<PricingTexts> texts) : SegmentPageModel(mediator)
{
    private const int LongestData = 200_000;

    [BindProperty]
    public SurveyKind Survey { get; set; }

    [BindProperty]
    public string? Data { get; set; }

    public DemandReading? Reading { get; private set; }

    public Chart? Picture { get; private set; }

    /// <summary>Saves a curve whose numbers were typed.</summary>
    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken);
        if (Segment is null)
            return NotFound();
        var (demand, problems) = DemandForm.Read(Request.Form);
        Problems = problems;
        if (problems.Count > 0)
            return await ShownAsync(cancellationToken);
        if (await TryAsync(new AdoptDemand.Command(Id, Segment.Id, demand, null, null), cancellationToken))
            return Done(texts["DemandSaved"], new { segment = Segment.Id });
        // The model names a number by its place in the scenario; here it stands in its kind's field.
        var path = $"segments/{Segment.Id}/demand/";
        Problems = [.. Problems.Select(problem => problem with { Path = problem.Path.Replace(path, $"{DemandKinds.Of(demand)}/", StringComparison.Ordinal) })];
        return await ShownAsync(cancellationToken);
    }

    /// <summary>Shows what the data say; saves nothing.</summary>
    public async Task<IActionResult> OnPostFitAsync(CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken);
        return await ShownAsync(cancellationToken);
    }

    /// <summary>Saves what the data say of one kind of curve.</summary>
    public async Task<IActionResult> OnPostAdoptAsync(string choice, CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken);
        if (Segment is null || Read() is not { } reading || reading.Choice(choice) is not { } found)
            return NotFound();
        var kind = Survey == SurveyKind.Experiment ? ProvenanceKind.Experiment : ProvenanceKind.Survey;
        var source = new Provenance(kind, reading.Reason(texts, found));
        return await SaveAsync(
            new AdoptDemand.Command(Id, Segment.Id, found.Demand, found.Rank, source), texts["DemandAdopted"], cancellationToken, new { segment = Segment.Id });
    }

    protected override Task ShowAsync(CancellationToken cancellationToken)
    {
        if (Segment is not null)
        {
            Reading = Read();
            Picture = new DemandCharts(texts, Scenario).Curve(Segment, Reading?.Observations ?? []);
        }
        return Task.CompletedTask;
    }

    private DemandReading? Read() =>
        string.IsNullOrWhiteSpace(Data) ? null
        : Data.Length > LongestData ? DemandReading.TooLong
        : DemandReading.Of(SurveyData.Read(Survey, Data), Survey, (double)UnitCost);
}
