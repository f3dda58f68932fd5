using MediatR;
using Microsoft.AspNetCore.Mvc;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Web.Pages.Scenarios;

/// <summary>A page about one segment of a saved scenario.</summary>
public abstract class SegmentPageModel(IMediator mediator) : ScenarioPageModel(mediator)
{
    [BindProperty(SupportsGet = true, Name = "segment")]
    public Guid? SegmentId { get; set; }

    /// <summary>The segment that was asked for, or the first; null where there is none.</summary>
    public Segment? Segment => Scenario.Segments.FirstOrDefault(segment => segment.Id == SegmentId) ?? (Scenario.Segments.Count > 0 ? Scenario.Segments[0] : null);

    /// <summary>C_v + C_m of the segment [currency per customer per period].</summary>
    public decimal UnitCost => Scenario.UnitCost(Segment!);
}
