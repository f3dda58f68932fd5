using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProfitPlanner.Application.Demand.Topics;
using ProfitPlanner.Application.Jobs;
using ProfitPlanner.Application.Organisations;
using ProfitPlanner.Data.Jobs;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Web.Composition;

namespace ProfitPlanner.Web.Pages.Demand;

/// <summary>What customers talk about, found without labels.</summary>
public sealed class TopicsModel(IMediator mediator) : PageModel
{
    public ListTopics.Result Listed { get; private set; } = null!;

    /// <summary>The search that goes on, or failed last; null where there is nothing to tell.</summary>
    public JobReport? Job { get; private set; }

    /// <summary>Whether the reader may see sentences and look for topics.</summary>
    public bool MayWork => (HttpContext.Items[OrganisationFilter.Item] as OpenOrganisation.Result)?.Role.May(Permission.WorkWithTranscripts) == true;

    /// <summary>Topics of the last month that have grown beyond what chance brings.</summary>
    public IReadOnlyList<ListTopics.Item> Rising => [.. Listed.Topics.Where(topic => topic.Change?.Grows == true).OrderByDescending(topic => topic.Change!.Interval.Lower)];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Listed = await mediator.Send(new ListTopics.Query(), cancellationToken);
        var last = await mediator.Send(new LastJob.Query(JobKind.FindTopics), cancellationToken);
        Job = last is { GoesOn: true } or { State: JobState.Failed } ? last : null;
    }

    public async Task<IActionResult> OnPostSearchAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(new SearchTopics.Command(), cancellationToken);
        return RedirectToPage();
    }
}
