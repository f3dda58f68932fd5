using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using ProfitPlanner.Application.Demand.Topics;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Web.Composition;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Demand;

/// <summary>One topic: its sentences, and what people make of it.</summary>
public sealed class TopicModel(IMediator mediator, IStringLocalizer<TopicTexts> texts) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public OpenTopic.Result Opened { get; private set; } = null!;

    /// <param name="number">Of the page of sentences.</param>
    public async Task OnGetAsync([FromQuery(Name = "number")] int number = 1, CancellationToken cancellationToken = default)
    {
        try
        {
            Opened = await mediator.Send(new OpenTopic.Query(Id, number), cancellationToken);
        }
        catch (ValidationException)
        {
            throw new NotFoundException();
        }
    }

    public async Task<IActionResult> OnPostRenameAsync(string? name, CancellationToken cancellationToken)
    {
        if (await ModelState.AcceptsAsync(texts, () => mediator.Send(new RenameTopic.Command(Id, name), cancellationToken)))
            return Done(texts["Renamed"]);
        await OnGetAsync(cancellationToken: cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostMergeAsync(Guid into, CancellationToken cancellationToken)
    {
        if (into == Id)
            return NotFound();
        await mediator.Send(new MergeTopics.Command(Id, into), cancellationToken);
        Id = into;
        return Done(texts["Merged"]);
    }

    public async Task<IActionResult> OnPostSeparateAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(new SeparateTopic.Command(Id), cancellationToken);
        return Done(texts["Separated"]);
    }

    public async Task<IActionResult> OnPostSplitAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(new SplitTopic.Command(Id), cancellationToken);
        return RedirectToPage("Topics");
    }

    private RedirectToPageResult Done(string notice)
    {
        TempData["Notice"] = notice;
        return RedirectToPage(new { id = Id });
    }
}
