using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Application.Review;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Demand;

/// <summary>One customer turn at a time, the most useful first; and how far people agree.</summary>
public sealed class ReviewModel(IMediator mediator, IStringLocalizer<ReviewTexts> texts) : PageModel
{
    /// <summary>What is answered in place of an intent.</summary>
    public enum Instead
    {
        None = 1,
        Skip,
        Undo,
    }

    public ReviewView View { get; private set; } = null!;

    public CompareOpinions.Result Opinions { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(ReviewFilter? show, string? turn, string? skipped, CancellationToken cancellationToken)
    {
        if (!Enum.IsDefined(show ?? ReviewFilter.New))
            return NotFound();
        View = await NextAsync(show ?? ReviewFilter.New, TurnKey.Read(turn), ReviewView.Read(skipped), null, cancellationToken);
        Opinions = await mediator.Send(new CompareOpinions.Query(), cancellationToken);
        return Page();
    }

    /// <summary>Answers for a turn, and asks about the next.</summary>
    /// <param name="intent">Key of what it is about, where <paramref name="step"/> is null.</param>
    public async Task<IActionResult> OnPostAsync(ReviewFilter show, string? turn, string? skipped, string? intent, Instead? step, CancellationToken cancellationToken)
    {
        var passed = ReviewView.Read(skipped);
        if (step == Instead.Undo)
        {
            var undone = await mediator.Send(new UndoLabel.Command(), cancellationToken);
            var asked = undone.Turn ?? TurnKey.Read(turn);
            return await AnswerAsync(
                undone.WasSettled ? ReviewFilter.Disagreement : show, asked, passed, undone.Turn is null ? texts["NothingToUndo"] : texts["Undone"], cancellationToken);
        }

        if (TurnKey.Read(turn) is not { } key || !Enum.IsDefined(show) || (step is null && intent is null))
            return BadRequest();
        if (step == Instead.Skip)
            return await AnswerAsync(show, null, ReviewView.Read($"{skipped}.{turn}"), texts["Skipped"], cancellationToken);
        var given = step == Instead.None ? null : intent;
        await mediator.Send(new LabelTurn.Command(key.ConversationId, key.Number, given, Settles: show == ReviewFilter.Disagreement), cancellationToken);
        return await AnswerAsync(show, null, passed, null, cancellationToken, given);
    }

    /// <summary>Every label as a file.</summary>
    public async Task<IActionResult> OnGetLabelsAsync(CancellationToken cancellationToken)
    {
        Download.Begin(Response, "labels.csv");
        await mediator.Send(new ExportLabels.Query(Response.Body), cancellationToken);
        return new EmptyResult();
    }

    private async Task<IActionResult> AnswerAsync(
        ReviewFilter show, TurnKey? turn, IReadOnlyList<string> skipped, string? notice, CancellationToken cancellationToken, string? given = null)
    {
        View = await NextAsync(show, turn, skipped, notice, cancellationToken);
        if (notice is null)
            View = View with { Notice = texts[show == ReviewFilter.Disagreement ? "SettledAs" : "LabelledAs", View.NameOf(given) ?? texts["NoneOfThese"].Value] };
        var address = Url.Page("Review") + View.Query;
        if (!Request.Headers.ContainsKey("HX-Request"))
            return LocalRedirect(address);
        if (show == ReviewFilter.Disagreement)
        {
            // The list of what is to be settled has changed with it.
            TempData["Notice"] = View.Notice;
            Response.Headers["HX-Redirect"] = address;
            return new EmptyResult();
        }
        Response.Headers["HX-Replace-Url"] = address;
        return Partial("_Turn", View);
    }

    private async Task<ReviewView> NextAsync(ReviewFilter show, TurnKey? turn, IReadOnlyList<string> skipped, string? notice, CancellationToken cancellationToken)
    {
        var next = await mediator.Send(new NextToReview.Query(show, turn, [.. skipped.Select(key => TurnKey.Read(key)!.Value)]), cancellationToken);
        return new ReviewView(next, show, skipped, notice);
    }
}
