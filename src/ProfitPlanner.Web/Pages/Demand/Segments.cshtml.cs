using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using ProfitPlanner.Application.Demand;
using ProfitPlanner.Web.Composition;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Demand;

/// <summary>Groups of customers, how they are made, and what each wants.</summary>
public sealed class SegmentsModel(IMediator mediator, IStringLocalizer<DemandTexts> texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Set { get; set; }

    /// <summary>The segment that is being drawn, as it was typed.</summary>
    [BindProperty]
    public SegmentForm Drawn { get; set; } = new();

    public ListSegments.Result Listed { get; private set; } = null!;

    // The first thing that is wrong; null where nothing is.
    private string? Problem => ModelState.Values.SelectMany(entry => entry.Errors).Select(error => error.ErrorMessage).FirstOrDefault();

    public Task OnGetAsync(CancellationToken cancellationToken) => ListAsync(cancellationToken);

    public async Task<IActionResult> OnPostAttributeAsync(string? attribute, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(attribute))
            return Again(texts["AttributeMissing"]);
        DivideByAttribute.Result? result = null;
        await ModelState.AcceptsAsync(texts, async () => result = await mediator.Send(new DivideByAttribute.Command(attribute, texts["Others"]), cancellationToken));
        return result?.Set is { } set ? Done(texts["SegmentsMade"], set) : Again(Problem ?? texts["AttributeUnknown", attribute]);
    }

    public async Task<IActionResult> OnPostMixAsync(CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new DivideByMix.Command(CultureInfo.CurrentUICulture), cancellationToken);
        return result.Set is { } set
            ? Done(texts["SegmentsMade"], set)
            : Again(texts["MixTooFew", Format.Number(result.Conversations), DivideByMix.Least]);
    }

    public async Task<IActionResult> OnPostDrawAsync(CancellationToken cancellationToken)
    {
        if (!Drawn.TryRead(ModelState, texts, out var rule)
            || !await ModelState.AcceptsAsync(texts, () => mediator.Send(new DrawSegment.Command(Drawn.Name, rule), cancellationToken), nameof(Drawn)))
        {
            await ListAsync(cancellationToken);
            return Page();
        }
        return Done(texts["SegmentDrawn", Drawn.Name!.Trim()], SegmentRule.DrawnSet);
    }

    /// <summary>How many conversations the segment would have; a fragment.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancellationToken)
    {
        PreviewSegment.Result? preview = null;
        if (Drawn.TryRead(ModelState, texts, out var rule))
            await ModelState.AcceptsAsync(texts, async () => preview = await mediator.Send(new PreviewSegment.Query(rule), cancellationToken), nameof(Drawn));
        return Partial("_Preview", (preview, Problem));
    }

    public async Task<IActionResult> OnPostRenameAsync(Guid id, string? name, CancellationToken cancellationToken) =>
        await ModelState.AcceptsAsync(texts, () => mediator.Send(new RenameSegment.Command(id, name), cancellationToken))
            ? Done(texts["SegmentRenamed"], Set)
            : Again(Problem!);

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancellationToken)
    {
        await mediator.Send(new RemoveSegment.Command(id), cancellationToken);
        return Done(texts["SegmentsRemoved"], Set);
    }

    public async Task<IActionResult> OnPostRefreshAsync(CancellationToken cancellationToken)
    {
        var job = await mediator.Send(new RefreshSegments.Command(), cancellationToken);
        return Done(texts[job is null ? "Refreshed" : "Refreshing"], Set);
    }

    private async Task ListAsync(CancellationToken cancellationToken) => Listed = await mediator.Send(new ListSegments.Query(Set), cancellationToken);

    private RedirectToPageResult Done(string notice, Guid? set)
    {
        TempData["Notice"] = notice;
        return RedirectToPage(new { set });
    }

    private RedirectToPageResult Again(string notice) => Done(notice, Set);
}
